import type { Price } from '../../contract/canteen'
import type { MealWord } from '../../contract/canteen-words'
import { plainSigns, plainText } from '../documents/plain-text'
import { readWrittenDay } from '../documents/written-day'
import { readMeal, splitMeal } from './meal-words'

/** What a column of a menu's sheet holds. `dishes` heads a column of dishes by its own word: 主荤, 特色窗口. */
export type ColumnKind =
  | 'day'
  | 'meal'
  | 'window'
  | 'dish'
  | 'price'
  | 'half'
  | 'notes'
  | 'allergens'
  | 'ignored'
  | 'dishes'

export interface Column {
  kind: ColumnKind
  head: string
  /** Of a price column. */
  role: Price['role']
  /** The column is of one meal: 日期 | 早餐 | 午餐. */
  meal?: MealWord
  /** What a second header row calls it: 主食 below 早餐. */
  below?: string
}

const kinds: readonly (readonly [ColumnKind, RegExp])[] = [
  ['day', /^(日期|星期|星期几|周次|周几|日期星期|就餐日期|供餐日期|用餐日期|菜单日期|时间|日子|date|day|weekday)$/],
  ['meal', /^(餐次|餐别|餐类|餐时|餐段|时段|餐|供餐时段|就餐时段|用餐时段|meal|mealtype|mealtime)$/],
  ['half', /^(半份价?格?|小份价?格?|半份单价|half|halfprice|halfportion)$/],
  [
    'price',
    /^(价格?|单价|售价|菜价|定价|金额|整份价?格?|(职工|员工|教工|学生|中小学生|访客|外来|其他人员|其他)价格?|price)(元份?|\/份)?$/,
  ],
  [
    'window',
    /^(档口|档口名称|窗口|窗口名称|餐线|柜台|餐台|类别|分类|菜类|菜品类别|菜品分类|window|counter|category|line)$/,
  ],
  [
    'dish',
    /^(菜名|菜品|菜肴|菜式|菜品名称|菜肴名称|菜单|菜谱|食谱|品名|品种|名称|内容|供应品种|供应内容|dish|dishes|menu|name)$/,
  ],
  ['allergens', /^(主要|含|所含)?(过敏原|致敏原|过敏物质|致敏物质?)(信息|提示|说明)?$|^allergens?$/],
  ['notes', /^(备注|说明|附注|备考|提示|notes?|remarks?)$/],
  ['ignored', /^(序号|编号|行号|no|人数|份数|数量|备餐份数|值班|值班人|负责人|厨师|制单|热量|卡路里|kcal|能量|成本)$/],
]

const roles: readonly (readonly [Price['role'], RegExp])[] = [
  ['pupil', /^中小学生/],
  ['student', /^学生/],
  ['other', /^(访客|外来|其他)/],
]

const keyOf = (cell: string) =>
  plainSigns(cell)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*:_"'、.·-]/g, '')
    .toLowerCase()

const longestHead = 60

/** What a header's cell heads; undefined when it is empty. */
export function columnOf(cell: string): Column | undefined {
  const head = plainText(cell)
  if (head === '') return undefined
  if (head.length > longestHead) return { kind: 'dishes', head, role: 'employee' }
  const key = keyOf(head)
  const kind = kinds.find(([, words]) => words.test(key))?.[0]
  const role = roles.find(([, words]) => words.test(key))?.[0] ?? 'employee'
  if (kind) return { kind, head, role }
  const meal = readMeal(head)
  const split = splitMeal(head)
  const ofMeal = meal ? { meal } : split ? { meal: split.meal, below: split.rest } : {}
  return { kind: 'dishes', head, role, ...ofMeal }
}

const distinct = (cells: readonly string[]) => new Set(cells.map(plainText).filter((cell) => cell !== '')).size

/** The columns of a row that heads days going down; undefined when it heads nothing. */
export function headerDown(cells: readonly string[]): (Column | undefined)[] | undefined {
  if (distinct(cells) < 2 || cells.length > 60) return undefined
  const columns = cells.map(columnOf)
  const of = (kind: ColumnKind) => columns.filter((column) => column?.kind === kind)
  // hours and days of a body's row are no heads
  if (cells.some((cell) => readWrittenDay(cell))) return undefined
  const hasDishes = of('dish').length + of('dishes').length > 0
  if (of('day').length > 0) return hasDishes ? columns : undefined
  if (of('meal').length > 0) return hasDishes ? columns : undefined
  const meals = new Set(columns.flatMap((column) => column?.meal ?? []))
  if (meals.size < 2) return undefined
  // a corner left empty, or with words such as 日期/餐次, stands above the days
  const [first] = columns
  return first?.meal === undefined
    ? [{ kind: 'day', head: first?.head ?? '', role: 'employee' }, ...columns.slice(1)]
    : undefined
}

/** The columns of a row that has the days themselves across; undefined when it has fewer than two. */
export function daysAcross(cells: readonly string[]): Map<number, string> | undefined {
  const days = new Map<number, string>()
  const [dated, weekdays] = [new Set<string>(), new Set<string>()]
  for (const [column, cell] of cells.entries()) {
    const written = readWrittenDay(cell)
    if (!written) continue
    days.set(column, cell)
    if (written.days.length > 0 || written.date !== undefined) dated.add(plainText(cell))
    else weekdays.add(plainText(cell))
  }
  return dated.size >= 2 || weekdays.size >= 2 ? days : undefined
}

const range = /(?:(20\d\d)\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?/
const yearAlone = /(20\d\d)\s*(?:年|学年|[-/.]20\d\d)/

/** The first day that a title or a sheet's name speaks of: 一周菜谱(9月22日—9月28日), 2025年9.22-9.28. */
export function titleDay(text: string): ReturnType<typeof readWrittenDay> {
  const plain = plainSigns(text)
  const match = range.exec(plain)
  if (!match) return undefined
  const year = match[1] ?? yearAlone.exec(plain)?.[1]
  return readWrittenDay(year ? `${year}-${match[2]}-${match[3]}` : `${match[2]}月${match[3]}日`)
}
