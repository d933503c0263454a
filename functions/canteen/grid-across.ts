import { plainText } from '../documents/plain-text'
import { saysClosed } from './dish-cell'
import {
  areMoreDays,
  type DaysAcross,
  filled,
  type GridReading,
  isPassedOver,
  moreDaysMessage,
  takeDay,
} from './grid-rows'
import { readMeal, splitMeal } from './meal-words'
import { columnOf } from './menu-heads'

/** A header with the days themselves. Dates above weekdays are one header of two rows. */
export function takeAcross(
  reading: GridReading,
  found: ReadonlyMap<number, string>,
  line: number,
  cells: readonly string[],
): void {
  const { grid, across } = reading
  const texts = new Map(found)
  // a header of nothing but stretches of days (9月22日—9月28日) has begun no day
  const firstDay = across ? Math.min(grid.days.length, ...[...across.columns.values()].map(({ day }) => day)) : 0
  if (across && !grid.cells.some(({ day }) => day >= firstDay)) {
    for (const [column, text] of across.texts) texts.set(column, `${text} ${found.get(column) ?? ''}`.trim())
    grid.days.length = firstDay
  }
  reading.day = undefined
  const first = Math.min(...texts.keys())
  const next: DaysAcross = {
    columns: new Map(),
    texts,
    first,
    beside: new Map(),
    left: cells.slice(0, first).map(plainText),
  }
  let day: number | undefined
  for (let column = first; column < Math.max(cells.length, ...texts.keys()) + 1; column++) {
    const text = plainText(texts.get(column) ?? '')
    const taken = text === '' ? undefined : takeDay(reading, text)
    const heading = texts.has(column) ? undefined : columnOf(cells[column] ?? '')
    if (taken && areMoreDays(taken.rest)) {
      grid.doubts.push({ line, field: 'day', message: `${moreDaysMessage(text)}，这一列没有读` })
      day = undefined
    } else if (taken) {
      day = taken.index
      next.columns.set(column, { day })
    } else if (
      day !== undefined &&
      (heading?.kind === 'price' || heading?.kind === 'half' || heading?.kind === 'notes')
    )
      next.beside.set(column, { day, column: heading })
    else if (heading) grid.doubts.push({ line, field: '', message: `「${heading.head.slice(0, 40)}」这一列没有读` })
  }
  reading.across = next
  Object.assign(reading, { down: undefined, meal: undefined, head: '' })
}

/**
 * Whether a row below a header of days, each merged over several columns, names what they are: 菜名 | 价格 below 周一 and
 * again below 周二. Nothing else of a menu says the same words for each day and nothing left of them.
 */
export function takeSecondHeader({ grid, across }: GridReading, line: number, row: readonly string[]): boolean {
  if (!across) return false
  const days = [...new Set([...across.columns.values()].map(({ day }) => day))]
  const firstDay = Math.min(...days)
  const isLeftAsAbove = across.left.every((text, i) => ['', text].includes(plainText(row[i] ?? '')))
  if (grid.cells.some(({ day }) => day >= firstDay) || !isLeftAsAbove) return false
  const ofDay = (wanted: number) =>
    [...across.columns].filter(([, { day }]) => day === wanted).map(([column]) => column)
  const saidOf = (day: number) => ofDay(day).map((column) => plainText(row[column] ?? ''))
  const [said = []] = days.map(saidOf)
  const isSame = days.every((day) => JSON.stringify(saidOf(day)) === JSON.stringify(said))
  if (days.length < 2 || said.length < 2 || !isSame || said.some((text) => text === '')) return false
  // without a column for the meals it may be the first row of dishes
  const isKnown = said.some((text) => columnOf(text)?.kind !== 'dishes')
  if (!isKnown && across.left.every((text) => text === '')) return false
  grid.doubts.push({ line, field: '', message: `「${said.join('、').slice(0, 40)}」当作每一天下面的表头` })
  for (const [column, { day }] of [...across.columns]) {
    const named = columnOf(row[column] ?? '')
    if (named?.kind === 'dishes') across.columns.set(column, { day, head: named.head })
    if (!named || named.kind === 'dishes' || named.kind === 'dish') continue
    across.columns.delete(column)
    across.beside.set(column, { day, column: named })
  }
  return true
}

/** The prices and notes beside a day's column: those up to its next one. */
function besideOf({ columns, beside }: DaysAcross, row: readonly string[], column: number, day: number) {
  const own = [...columns].filter(([, one]) => one.day === day).map(([at]) => at)
  const next = Math.min(...own.filter((at) => at > column), Number.POSITIVE_INFINITY)
  const begin = column === Math.min(...own) ? Number.NEGATIVE_INFINITY : column
  return [...beside].flatMap(([at, one]) =>
    one.day === day && at > begin && at < next ? [{ column: one.column, text: (row[at] ?? '').trim(), at }] : [],
  )
}

/** A row below a header that has the days themselves: what stands left of them is the meal and the kind of dish. */
export function takeRowAcross(reading: GridReading, line: number, row: readonly string[]): void {
  const { grid, across } = reading
  if (!across) return
  const left = row
    .slice(0, across.first)
    .map(plainText)
    .filter((text) => text !== '')
  const texts = filled(row)
  const [first = ''] = texts
  const isHeading = new Set(texts).size === 1 && (left.length > 0 || texts.length > 1) && !saysClosed(first)
  const split = left.map(splitMeal).find((one) => one !== undefined)
  const meal = left.map(readMeal).find((one) => one !== undefined) ?? split?.meal
  if (isPassedOver(texts) || (isHeading && meal === undefined)) return void grid.passed.push({ line, text: first })
  const heads = left.flatMap((text) => (readMeal(text) ? [] : (splitMeal(text)?.rest ?? text)))
  if (meal && meal !== reading.meal) reading.head = ''
  reading.meal = meal ?? reading.meal
  reading.head = heads.at(-1) ?? reading.head
  // 早餐 merged across the whole row heads the rows below it
  if (isHeading) return
  const unread = across.left.findIndex((head) => columnOf(head)?.kind === 'meal')
  const said = plainText(row[unread] ?? '')
  if (said !== '' && !readMeal(said) && !splitMeal(said))
    grid.doubts.push({ line, field: 'meal', message: `「${said.slice(0, 40)}」不是餐次，按上一餐的档口读，请核对` })
  const ofMeal = reading.meal ? { meal: reading.meal } : {}
  for (const [column, { day, head }] of across.columns) {
    const text = (row[column] ?? '').trim()
    const beside = besideOf(across, row, column, day)
    const cell = { line, row, day, isDayCarried: false, head: head ?? reading.head, text, beside, ...ofMeal }
    if (text !== '') grid.cells.push(cell)
  }
}
