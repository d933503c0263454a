import type { MealWord } from '../../contract/canteen-words'
import { plainSigns } from '../documents/plain-text'

const spellings: readonly (readonly [MealWord, RegExp])[] = [
  ['overtime', /^(加班餐?|加班工作餐|加餐|overtime( meal)?)$/],
  ['breakfast', /^(早|早餐|早饭|早点|早上|早晨|早市|早班|breakfast|frühstück)$/],
  ['lunch', /^(午|中|午餐|午饭|中餐|中饭|中午|午市|午间|中班|lunch|mittag|mittagessen)$/],
  ['dinner', /^(晚|晚餐|晚饭|晚上|晚市|晚间|晚班|dinner|evening meal|abendessen)$/],
  ['supper', /^(夜|夜宵|宵夜|夜餐|夜班餐?|夜班饭|夜市|late night|night snack|supper)$/],
]

/** The meal that a cell means, whatever its spelling and with hours behind it (午餐 11:30-13:00); undefined for others. */
export function readMeal(cell: string): MealWord | undefined {
  if (cell.length > 60) return undefined
  const word = plainSigns(cell)
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/\d{1,2}[:.点时]\d{0,2}分?(\s*[-~至到]\s*\d{1,2}[:.点时]\d{0,2}分?)?/g, '')
    .replace(/[\s:、,.|/-]+$/g, '')
    .trim()
  // 早 餐 is often spread over the width of its column
  const key = /\p{Script=Han}/u.test(word) ? word.replace(/\s/g, '') : word
  return spellings.find(([, spelling]) => spelling.test(key))?.[0]
}

const begins =
  /^(早餐|早饭|早点|午餐|中餐|午饭|中饭|晚餐|晚饭|夜宵|宵夜|加班餐)[\s:：·/(（-]*(?![\s厅部区线台窗档券卡车费标补])([^)）]+)[)）]?$/

/** The meal and what else is said of it: 午餐荤菜, 早餐(主食); undefined when a text begins with no meal, or is one. */
export function splitMeal(cell: string): { meal: MealWord; rest: string } | undefined {
  const match = cell.length > 60 || readMeal(cell) ? null : begins.exec(plainSigns(cell))
  const meal = match && readMeal(match[1] ?? '')
  return meal ? { meal, rest: (match?.[2] ?? '').trim() } : undefined
}

/** The one meal that a heading speaks of: 12月份早餐食谱. Undefined when it names none, or several. */
export function mealOfHeading(text: string): MealWord | undefined {
  const named = text.match(/早餐|早饭|早点|午餐|中餐|午饭|中饭|晚餐|晚饭|夜宵|宵夜|加班餐/g) ?? []
  const meals = new Set(named.map(readMeal))
  return meals.size === 1 ? [...meals][0] : readMeal(text)
}
