import { type Price, priceRoles } from '../../contract/canteen'
import { mealNames, mealWords } from '../../contract/canteen-words'
import { cleanText } from '../../contract/fields'
import { isDay } from '../../contract/zone'
import type { Sheet, SheetRow, Table } from '../documents/documents'
import { readWrittenDay } from '../documents/written-day'
import type { MenuCollector } from './collect-menu'
import { readMeal } from './meal-words'
import type { MenuOfDays } from './menu-of-days'
import { fenOf } from './written-prices'

const head = ['日期', '餐次', '档口', '菜名', '可打半份', '说明'] as const
const priceHeads: Readonly<Record<Price['role'], readonly [string, string]>> = {
  employee: ['价格', '半份价'],
  student: ['学生价', '学生半份价'],
  pupil: ['中小学生价', '中小学生半份价'],
  other: ['访客价', '访客半份价'],
}
/** In the column of the meal: the day is closed, or what is said of an open day. */
const [closed, dayNote] = ['停餐', '当天说明']

/** The menu as a table that reads back as it is: a dish in each row, notes one to a line. */
export function ownMenuTable({ rows, closedDays, dayNotes }: MenuOfDays): Table {
  const roles = priceRoles.filter(
    (role) => role === 'employee' || rows.some(({ prices }) => prices.some((one) => one.role === role)),
  )
  const yuan = (fen: number | undefined) => (fen === undefined ? '' : fen / 100)
  const empty = roles.flatMap(() => ['', ''])
  const lines = [
    ...closedDays.map(({ day, note }) => ({ day, cells: [closed, '', '', '', note, ...empty] })),
    ...dayNotes.map(({ day, note }) => ({ day, cells: [dayNote, '', '', '', note, ...empty] })),
    ...rows.map(({ day, meal, window, dish, prices, hasHalf, notes }) => {
      const priced = roles.flatMap((role) => {
        const price = prices.find((one) => one.role === role)
        return [yuan(price?.fen), yuan(price?.halfFen)]
      })
      return { day, cells: [mealNames[meal], window, dish, hasHalf ? '是' : '', notes.join('\n'), ...priced] }
    }),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return {
    name: '菜单',
    header: [...head, ...roles.flatMap((role) => priceHeads[role])],
    rows: lines.map(({ day, cells }) => [day, ...cells]),
  }
}

/** Whether a sheet is one that this product wrote: then every cell is taken word for word. */
export function isOwnMenu({ rows }: Sheet): boolean {
  const cells = rows[0]?.cells ?? []
  return head.every((name, i) => cells[i]?.trim() === name) && cells[head.length]?.trim() === priceHeads.employee[0]
}

function pricesOf(columns: readonly string[], cells: readonly string[]): Price[] {
  const cellOf = (name: string) => (cells[columns.indexOf(name)] ?? '').trim()
  return priceRoles.flatMap((role): Price[] => {
    const [fen, halfFen] = priceHeads[role].map((name) => fenOf(cellOf(name)))
    return fen === undefined ? [] : [{ role, fen, ...(halfFen === undefined ? {} : { halfFen }) }]
  })
}

function readOwnRow(
  collector: MenuCollector,
  columns: readonly string[],
  { line, cells }: SheetRow,
  sheet: string,
): void {
  const place = { line, sheet }
  const [dayCell = '', mealCell = '', windowCell = '', dishCell = '', half = '', noteCell = ''] = cells
  const refuse = (field: 'day' | 'meal' | 'window' | 'dish', message: string) =>
    collector.refuse(place, field, message, cells, {
      day: [dayCell],
      meal: [mealCell],
      window: [windowCell],
      dish: [dishCell],
    })
  // a spreadsheet program may have made 2026/9/22 of it
  const [day = '', other] = readWrittenDay(dayCell)?.days ?? []
  if (!isDay(day) || other)
    return void refuse('day', dayCell.trim() === '' ? '没有写日期' : `「${dayCell.slice(0, 40)}」读不出日期`)
  const notes = noteCell
    .split('\n')
    .map(cleanText)
    .filter((note) => note !== '')
  if (mealCell.trim() === closed) return void collector.close(place, day, notes.join('；'))
  if (mealCell.trim() === dayNote) return void collector.note(place, day, notes.join('；'))
  const meal = readMeal(mealCell)
  const [window, dish] = [cleanText(windowCell), cleanText(dishCell)]
  if (!meal)
    return void refuse(
      'meal',
      `「${mealCell.slice(0, 40)}」读不出是哪一餐，应为${mealWords.map((word) => mealNames[word]).join('、')}`,
    )
  if (window === '') return void refuse('window', '没有写档口')
  if (dish === '') return void refuse('dish', '没有写菜名')
  const says = { prices: true, half: true, notes: true }
  collector.add(place, {
    day,
    meal,
    window,
    dish,
    prices: pricesOf(columns, cells),
    hasHalf: half.trim() === '是',
    notes,
    says,
  })
}

/** Reads a sheet back that `ownMenuTable` wrote. */
export function readOwnMenu(collector: MenuCollector, { name, rows }: Sheet): void {
  const [header, ...body] = rows
  const columns = (header?.cells ?? []).map((cell) => cell.trim())
  const fields = ['day', 'meal', 'window', 'dish', 'hasHalf', 'notes']
  for (const [i, head_] of columns.entries()) {
    if (!collector.menu.columns.some((known) => known.header === head_))
      collector.menu.columns.push({ header: head_, field: fields[i] ?? 'prices' })
  }
  for (const row of body) readOwnRow(collector, columns, row, name)
}
