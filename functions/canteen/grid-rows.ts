import type { MealWord } from '../../contract/canteen-words'
import { plainText } from '../documents/plain-text'
import { readWrittenDay, type WrittenDay } from '../documents/written-day'
import { isMenuNote, saysClosed } from './dish-cell'
import { readMeal } from './meal-words'
import type { Column } from './menu-heads'

/** One cell of a menu with what its row and its column say of it. */
export interface GridCell {
  line: number
  /** The whole row, for whoever has to correct it. */
  row: readonly string[]
  /** Place among the sheet's `days`. */
  day: number
  /** The day stands in a row above. */
  isDayCarried: boolean
  meal?: MealWord
  /** What the column is called, or the row: 主荤. */
  head: string
  text: string
  /** The cells of price, half portion, window and notes in a list's row. */
  beside: readonly { column: Column; text: string; at: number }[]
  /** 停餐 for the whole day. */
  isWholeDay?: boolean
}

/** A sheet's menu, cell by cell. */
export interface MenuGrid {
  columns: Column[]
  title?: WrittenDay
  /** The days as they are written, in their order. */
  days: WrittenDay[]
  cells: GridCell[]
  /** Rows that are no entries. */
  passed: { line: number; text: string }[]
  /** What the sheet says above its menu: 12月份早餐食谱. */
  headings: string[]
  /** What was read, and may have been meant otherwise; columns that were not read. */
  doubts: { line: number; field: 'day' | 'meal' | 'dish' | 'prices' | ''; message: string }[]
  broken: {
    line: number
    row: readonly string[]
    field: 'day' | 'meal' | 'dish'
    message: string
    said: Record<string, string[]>
  }[]
}

/** A header with the days themselves, by column. */
export interface DaysAcross {
  /** Which of the sheet's days, and what a second header row calls the column: 荤菜 below 周一. */
  columns: Map<number, { day: number; head?: string }>
  texts: Map<number, string>
  first: number
  /** Columns of prices and notes, each with its day. */
  beside: Map<number, { day: number; column: Column }>
  /** What the header says left of its days. */
  left: readonly string[]
}

/** How far a sheet has been read. */
export interface GridReading {
  grid: MenuGrid
  /** Columns of a header whose days go down. */
  down?: (Column | undefined)[]
  /** Days of a header across, by column. */
  across?: DaysAcross
  /** The day of the last row or heading. */
  day?: { index: number; text: string }
  meal?: MealWord
  head: string
}

const isSum = /^(合计|总计|小计|共计|制表|审核|填表|负责人)/
const besides = ['price', 'half', 'window', 'notes', 'allergens']

/** More days behind a day: 12.1-12.5, 12月8日至10日. */
export const areMoreDays = (rest: string) => /^[至到和及~]/.test(rest) || readWrittenDay(rest) !== undefined
export const moreDaysMessage = (text: string) => `「${text.slice(0, 40)}」是好几天，请每天写一行`

/**
 * The dishes' columns that a column of prices is of. One alone is of all; of several each is of the dishes left of it,
 * back to the one before: 菜名 | 单价 | 菜名 | 单价. Where the first stands before every dish, of those right of it.
 */
export function isPriceOf(columns: readonly (Column | undefined)[], price: number, dish: number): boolean {
  const own = columns[price]
  const same = [...columns.keys()].filter((i) => columns[i]?.kind === own?.kind && columns[i]?.role === own?.role)
  if (same.length < 2) return true
  const areDishes = (i: number) => columns[i]?.kind === 'dish' || columns[i]?.kind === 'dishes'
  const isBehind = [...columns.keys()].some((i) => areDishes(i) && i < (same[0] ?? 0))
  const place = same.indexOf(price)
  if (isBehind) return dish < price && dish > (same[place - 1] ?? -1)
  return dish > price && dish < (same[place + 1] ?? Number.POSITIVE_INFINITY)
}

/** The cells of a row that say anything. */
export const filled = (row: readonly string[]) => row.map(plainText).filter((text) => text !== '')

/** The day written in a text, made the sheet's next one unless it is that of the row before. */
export function takeDay(reading: GridReading, text: string): { index: number; rest: string } | undefined {
  const written = readWrittenDay(text)
  if (!written) return undefined
  if (reading.day?.text !== text) reading.day = { index: reading.grid.days.push(written) - 1, text }
  return { index: reading.day?.index ?? 0, rest: written.rest }
}

/** Whether a row is a sum, or one text across that speaks to people. */
export function isPassedOver(texts: readonly string[]): boolean {
  const [first = ''] = texts
  return isSum.test(first) || (new Set(texts).size === 1 && isMenuNote(first))
}

/** Adds the dishes' cells of a row, or the day's only text; how many there were. */
function addCells(
  reading: GridReading,
  columns: readonly (Column | undefined)[],
  base: Omit<GridCell, 'head' | 'text'>,
) {
  const kind = columns.some((column) => column?.kind === 'dish') ? 'dish' : 'dishes'
  let before: { text: string; head: string } | undefined
  let found = 0
  for (const [i, column] of columns.entries()) {
    const text = (base.row[i] ?? '').trim()
    if (column?.kind !== kind || text === '') continue
    found++
    // a cell merged across columns says its text once
    const isMerged = before?.text === text && (before.head === column.head || isMenuNote(text) || saysClosed(text))
    before = { text, head: column.head }
    if (isMerged) continue
    const meal = column.meal ?? base.meal
    const head = kind === 'dish' ? '' : column.meal ? (column.below ?? '') : column.head
    const beside = base.beside.filter(
      (one) => (one.column.kind !== 'price' && one.column.kind !== 'half') || isPriceOf(columns, one.at, i),
    )
    reading.grid.cells.push({ ...base, head, text, beside, ...(meal ? { meal } : {}) })
  }
  return found
}

/** A row below a header whose days go down. */
export function takeRowDown(
  reading: GridReading,
  columns: readonly (Column | undefined)[],
  line: number,
  row: readonly string[],
): void {
  const { grid } = reading
  const of = (kind: Column['kind']) =>
    columns.flatMap((column, i) => (column?.kind === kind ? [plainText(row[i] ?? '')] : []))
  const texts = filled(row)
  const [first = ''] = texts
  const isAlone = new Set(texts).size === 1
  const dayText = [...new Set(of('day'))].filter((text) => text !== '').join(' ')
  const mealText = of('meal').find((text) => text !== '') ?? ''
  // by column, so that the row can be put right where it stands
  const said = {
    day: [dayText],
    meal: [mealText],
    dish: [...of('dish'), ...of('dishes')].filter((text) => text !== ''),
  }
  const breakOff = (field: 'day' | 'meal' | 'dish', message: string) =>
    grid.broken.push({ line, row, field, message, said })
  const taken = dayText === '' ? undefined : takeDay(reading, dayText)
  const day = dayText === '' ? reading.day?.index : taken?.index
  if (isPassedOver(texts) || (day === undefined && isAlone)) return void grid.passed.push({ line, text: first })
  if (day === undefined)
    return void breakOff('day', dayText === '' ? '没有写日期' : `「${dayText.slice(0, 40)}」读不出日期`)
  if (taken && areMoreDays(taken.rest)) return void breakOff('day', moreDaysMessage(dayText))

  const named = readMeal(mealText) ?? readMeal(taken?.rest ?? '')
  if (mealText !== '' && named === undefined && !saysClosed(mealText))
    return void breakOff('meal', `「${mealText.slice(0, 40)}」读不出是哪一餐`)
  const meal = named ?? (mealText === '' && !taken ? reading.meal : undefined)
  reading.meal = meal
  const isDayCarried = dayText === '' && columns.some((column) => column?.kind === 'day')
  const beside = columns.flatMap((column, i) =>
    column && besides.includes(column.kind) ? [{ column, text: (row[i] ?? '').trim(), at: i }] : [],
  )
  const base = { line, row, day, isDayCarried, beside, ...(meal ? { meal } : {}) }
  if (texts.some(saysClosed) && texts.every((text) => saysClosed(text) || readWrittenDay(text)))
    return void grid.cells.push({ ...base, head: '', text: '停餐', isWholeDay: true })
  const rest = taken && readMeal(taken.rest) === undefined ? taken.rest : ''
  if (rest !== '') grid.cells.push({ ...base, head: '', text: rest })
  const found = addCells(reading, columns, base)
  if (found > 0 || rest !== '') return
  // a row of a day alone is a day without anything; one with a note says something of it
  if (of('notes').some((text) => text !== '')) grid.cells.push({ ...base, head: '', text: '' })
  else breakOff('dish', '这一行没有菜名')
}
