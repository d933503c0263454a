import type { Sheet } from '../documents/documents'
import { plainText } from '../documents/plain-text'
import { readWrittenDay } from '../documents/written-day'
import { takeAcross, takeRowAcross, takeSecondHeader } from './grid-across'
import { filled, type GridReading, type MenuGrid, takeDay, takeRowDown } from './grid-rows'
import { readMeal } from './meal-words'
import { type Column, columnOf, daysAcross, headerDown, titleDay } from './menu-heads'

/** A header whose days go down. Below 早餐 | 午餐 a second row may name what each meal is divided into. */
function takeDown(reading: GridReading, line: number, columns: readonly (Column | undefined)[]): void {
  const { grid, down } = reading
  const above = grid.cells.length === 0 && down?.some((column) => column?.meal) ? down : undefined
  reading.down = columns.map((column, i) => {
    const meal = above?.[i]?.meal
    if (meal && column) return { ...column, meal, below: column.head }
    return column ?? above?.[i]
  })
  reading.across = undefined
  for (const column of columns) {
    if (!column || grid.columns.some(({ head }) => head === column.head)) continue
    // beside 菜名 nobody can tell what 汤 or 配料 heads
    const isUnread = column.kind === 'dishes' && columns.some((other) => other?.kind === 'dish')
    grid.columns.push(isUnread ? { ...column, kind: 'ignored' } : column)
    if (isUnread)
      grid.doubts.push({
        line,
        field: '',
        message: `「${column.head.slice(0, 40)}」这一列没有读，里面如果有菜，请写进菜名那一列`,
      })
  }
}

const isRowOfDishes = (cells: readonly string[], days: ReadonlyMap<number, string>) =>
  cells.some((cell, i) => !days.has(i) && columnOf(cell)?.kind === 'dishes')
const hasDayColumn = ({ down }: GridReading) => down?.some((column) => column?.kind === 'day') ?? false

/** Below a heading such as 9月22日 周一 a row begins with its meal; no header names the rest. */
const blockColumns = (cells: readonly string[]) =>
  cells.map((_, i): Column => ({ kind: i === 0 ? 'meal' : 'dishes', head: '', role: 'employee' }))

/** The columns of a second header row whose corner was left empty. */
function secondHeader({ grid, down, day }: GridReading, cells: readonly string[]): (Column | undefined)[] | undefined {
  if (grid.cells.length > 0 || day || !down?.some((column) => column?.meal) || plainText(cells[0] ?? '') !== '')
    return undefined
  return cells.map((cell, i) => (i === 0 ? down[0] : columnOf(cell)))
}

function takeRow(reading: GridReading, line: number, cells: readonly string[]): void {
  const texts = filled(cells)
  const [first = ''] = texts
  const across = daysAcross(cells)
  // 12/6 in a row that has its day and its dishes is a price
  const isRow = across && hasDayColumn(reading) && isRowOfDishes(cells, across)
  if (across && !isRow) return void takeAcross(reading, across, line, cells)
  // before a header of columns: 餐次 | 菜名 | 价格 below the days speaks of each of them
  if (takeSecondHeader(reading, line, cells)) return
  const header = headerDown(cells) ?? secondHeader(reading, cells)
  if (header) return void takeDown(reading, line, header)
  const isHeading = new Set(texts).size === 1 && !reading.across && !hasDayColumn(reading)
  if (isHeading && readWrittenDay(first)?.rest === '') takeDay(reading, first)
  else if (reading.across) takeRowAcross(reading, line, cells)
  else if (reading.down) takeRowDown(reading, reading.down, line, cells)
  else if (reading.day && readMeal(cells[0] ?? '')) takeRowDown(reading, blockColumns(cells), line, cells)
  else {
    reading.grid.title ??= titleDay(texts.join(' '))
    reading.grid.headings.push(...new Set(texts))
  }
}

/** The menu in a sheet, whichever way its days go; undefined when nothing in it heads one. */
export function menuGrid(sheet: Sheet): MenuGrid | undefined {
  const grid: MenuGrid = { columns: [], days: [], cells: [], passed: [], headings: [], doubts: [], broken: [] }
  const reading: GridReading = { grid, head: '' }
  for (const { line, cells } of sheet.rows) takeRow(reading, line, cells)
  grid.title ??= titleDay(sheet.name)
  // rows below 餐次 | 主荤 in a sheet whose name is its day
  if (grid.days.length === 0 && grid.title && reading.down && !hasDayColumn(reading)) return gridOfDay(sheet, grid)
  return reading.down || reading.across || grid.cells.length > 0 ? grid : undefined
}

/** A sheet that is of one day, which only its title or its name says. */
function gridOfDay(sheet: Sheet, { title, columns, headings, doubts }: MenuGrid): MenuGrid {
  const days = title ? [title] : []
  const grid: MenuGrid = { columns, title, days, headings, doubts, cells: [], passed: [], broken: [] }
  const reading: GridReading = { grid, head: '', day: { index: 0, text: '' } }
  for (const { line, cells } of sheet.rows) {
    const header = headerDown(cells)
    if (header) reading.down = [...header]
    else if (reading.down) takeRowDown(reading, reading.down, line, cells)
  }
  return grid
}
