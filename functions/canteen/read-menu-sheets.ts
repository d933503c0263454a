import type { Price } from '../../contract/canteen'
import { type MealWord, mealNames } from '../../contract/canteen-words'
import type { Day } from '../../contract/zone'
import type { Sheet } from '../documents/documents'
import { plainName, plainText, saysNothing } from '../documents/plain-text'
import { readWrittenDay } from '../documents/written-day'
import { type MenuCollector, menuCollector, type ReadMenu } from './collect-menu'
import { type CellDish, readDishCell, saysClosed } from './dish-cell'
import type { GridCell, MenuGrid } from './grid-rows'
import { mealOfHeading } from './meal-words'
import { resolveDays } from './menu-days'
import { menuGrid } from './menu-grid'
import { isOwnMenu, readOwnMenu } from './own-menu-sheet'
import { fenOf } from './written-prices'

/** What a sheet leaves unsaid is taken from here. */
export interface MenuDefaults {
  /** In the institution's zone. */
  today: Day
  /** Where dishes are when the sheet names no window. */
  window: string
}

const says = (text: string) => !saysNothing(text)
const isNo = /^(否|不|无|没有|×|x|n|no|0)$/i

/** Prices of a list's row, in its columns or behind the dish's name. */
function pricesOf(
  { beside, line }: GridCell,
  dish: CellDish,
  collector: MenuCollector,
  place: { line: number; sheet: string },
) {
  const columns = beside.filter(({ column }) => column.kind === 'price')
  const halves = beside.filter(({ column, text }) => column.kind === 'half' && says(text))
  const prices: Price[] = []
  for (const { column, text } of columns) {
    if (!says(text)) continue
    const fen = fenOf(text)
    if (fen === undefined) collector.remark({ ...place, line }, 'prices', 'guess', `「${text}」读不出价格，没有取`)
    else if (!prices.some(({ role }) => role === column.role)) prices.push({ role: column.role, fen })
  }
  if (prices.length === 0 && dish.fen !== undefined) prices.push({ role: 'employee', fen: dish.fen })
  const written = halves[0]?.text ?? ''
  const halfFen = dish.halfFen ?? fenOf(written)
  const [first] = prices
  if (first && halfFen !== undefined) prices[0] = { ...first, halfFen }
  const hasHalf = dish.hasHalf || (written !== '' && !isNo.test(written))
  const isColumn = (kind: string) => beside.some(({ column }) => column.kind === kind)
  return {
    ...{ prices, hasHalf },
    says: {
      prices: prices.length > 0 || columns.length > 0,
      half: hasHalf || isColumn('half'),
      notes: isColumn('notes') || isColumn('allergens'),
    },
  }
}

/** One cell's dishes with everything that its row and column say. */
function takeCell(
  collector: MenuCollector,
  cell: GridCell,
  day: Day,
  defaults: MenuDefaults & { heading?: { meal: MealWord; text: string } },
  sheet: string,
) {
  const place = { line: cell.line, sheet }
  const read = readDishCell(cell.text)
  for (const message of read.guesses) collector.remark(place, 'dish', 'guess', message)
  for (const note of read.notes) {
    collector.note(place, day, note)
    collector.remark(place, 'notes', 'guess', `「${note.slice(0, 40)}」像是说明，记作当天的说明，没有当作菜`)
  }
  if (read.dishes.length === 0) return read
  const column = (kind: string) => cell.beside.find((one) => one.column.kind === kind && says(one.text))?.text ?? ''
  const own = plainName(column('window')) || cell.head
  const noted = column('notes')
    .split(/[\r\n；;]+/)
    .map(plainText)
    .filter(says)
  const allergens = plainText(column('allergens'))
  const notes = [
    ...noted,
    ...(says(allergens) ? [/^(含|不含|过敏原)/.test(allergens) ? allergens : `过敏原：${allergens}`] : []),
  ]
  if (own === '' && read.dishes.some(({ window }) => window === undefined))
    collector.remark(place, 'window', 'guess', `没有写档口，按「${defaults.window}」`)
  if (read.dishes.some(({ meal }) => (meal ?? cell.meal) === undefined))
    collector.remark(
      place,
      'meal',
      'guess',
      defaults.heading
        ? `没有写餐次，按「${defaults.heading.text.slice(0, 40)}」当作${mealNames[defaults.heading.meal]}`
        : '没有写餐次，按午餐',
    )
  for (const dish of read.dishes) {
    const priced = pricesOf(cell, dish, collector, place)
    collector.add(place, {
      ...{
        day,
        meal: dish.meal ?? cell.meal ?? defaults.heading?.meal ?? 'lunch',
        window: dish.window ?? (own || defaults.window),
        dish: dish.dish,
      },
      ...{ prices: priced.prices, hasHalf: priced.hasHalf, notes: [...notes, ...dish.notes] },
      says: { ...priced.says, notes: priced.says.notes || dish.notes.length > 0 },
    })
  }
  return read
}

/** Days that are closed as a whole, and meals that are not cooked. */
function takeClosed(collector: MenuCollector, closing: readonly { cell: GridCell; day: Day }[], sheet: string): void {
  const open = new Set(collector.menu.rows.map(({ day }) => day))
  const done = new Set<Day>()
  for (const { cell, day } of closing) {
    const place = { line: cell.line, sheet }
    const isWhole = cell.isWholeDay && cell.meal === undefined
    if (!open.has(day) || isWhole) {
      if (!done.has(day)) collector.close(place, day)
      done.add(day)
    } else collector.remark(place, 'meal', 'guess', '这一餐写着停餐，没有菜')
  }
}

function takeGrid(collector: MenuCollector, grid: MenuGrid, defaults: MenuDefaults, sheet: string): void {
  for (const { line, text } of grid.passed) {
    collector.remark({ line, sheet }, '', 'guess', `像是标题、合计或说明，没有读：${text.slice(0, 40)}`)
  }
  for (const { line, row, field, message, said } of grid.broken)
    collector.refuse({ line, sheet }, field, message, row, said)
  for (const { line, field, message } of grid.doubts) collector.remark({ line, sheet }, field, 'guess', message)
  const days = resolveDays(grid.days, grid.title, defaults.today)
  const [heading] = [sheet, ...grid.headings].flatMap((text) => {
    const meal = mealOfHeading(text)
    return meal ? [{ meal, text }] : []
  })
  const said = new Set<string>()
  const closing: { cell: GridCell; day: Day }[] = []
  for (const cell of grid.cells) {
    const { day, guesses = [] } = days[cell.day] ?? {}
    const once = `${cell.line} ${cell.day}`
    const isFirst = said.size !== said.add(once).size
    if (day === undefined) {
      const written = { day: [cell.row.find((text) => readWrittenDay(text)) ?? ''], dish: [cell.text] }
      if (isFirst) collector.refuse({ line: cell.line, sheet }, 'day', '没有这一天', cell.row, written)
      continue
    }
    if (isFirst) {
      for (const message of guesses) collector.remark({ line: cell.line, sheet }, 'day', 'guess', message)
      if (cell.isDayCarried)
        collector.remark({ line: cell.line, sheet }, 'day', 'guess', `没有写日期，按上一行的 ${day}`)
    }
    if (cell.text === '') {
      for (const { column, text } of cell.beside)
        if (column.kind === 'notes' && says(text)) collector.note({ line: cell.line, sheet }, day, plainText(text))
      continue
    }
    if (
      cell.isWholeDay ||
      saysClosed(cell.text) ||
      takeCell(collector, cell, day, { ...defaults, heading }, sheet).isClosed
    )
      closing.push({ cell, day })
  }
  takeClosed(collector, closing, sheet)
}

/**
 * The menu in the sheets of a file: rows of days with columns of dishes, days across with meals going down, lists with a
 * dish in each row, several weeks and sheets. Undefined when no sheet has any.
 */
export function readMenuSheets(sheets: readonly Sheet[], defaults: MenuDefaults): ReadMenu | undefined {
  const found = sheets.flatMap((sheet): { sheet: Sheet; grid?: MenuGrid }[] => {
    if (isOwnMenu(sheet)) return [{ sheet }]
    const grid = menuGrid(sheet)
    return grid ? [{ sheet, grid }] : []
  })
  if (found.length === 0) return undefined
  const collector = menuCollector(found.map(({ sheet }) => sheet.name))
  for (const { sheet, grid } of found) {
    if (!grid) readOwnMenu(collector, sheet)
    else {
      for (const { head, kind } of grid.columns) {
        const field =
          { dishes: 'window', half: 'hasHalf', price: 'prices', allergens: 'notes', ignored: '' }[kind as string] ??
          kind
        if (!collector.menu.columns.some(({ header }) => header === head))
          collector.menu.columns.push({ header: head, field })
      }
      takeGrid(collector, grid, defaults, sheet.name)
    }
  }
  return collector.menu
}
