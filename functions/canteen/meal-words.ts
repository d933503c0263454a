import type { MealWord } from '../../contract/canteen'
import { plainSigns } from '../documents/plain-text'

/** 餐次 as files write them. */
export const mealNames: Readonly<Record<MealWord, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
  supper: '夜宵',
  overtime: '加班餐',
}

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
