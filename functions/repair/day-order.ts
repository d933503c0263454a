import { type DayOrder, dayIn, numbersOf } from '../documents/read-moment'

/** The order in which a column writes its days; a guess when its own cells leave several open. */
export interface ColumnOrder {
  order: DayOrder
  isGuess: boolean
  /** A cell that could be read in more than one way. */
  example: string
}

// what is most likely when nothing else tells: 25/3/5 begins with the year, 3/5/2025 is how spreadsheets export a day
const orders: readonly DayOrder[] = ['ymd', 'mdy', 'dmy']

/** The orders in which most of a column's cells are days; empty when none of them needs an order. */
function possibleOrders(cells: readonly string[]): { orders: DayOrder[]; example: string } {
  const counts = new Map<DayOrder, number>(orders.map((order) => [order, 0]))
  let example = ''
  for (const cell of cells) {
    const numbers = numbersOf(cell)
    if (!numbers) continue
    const fitting = orders.filter((order) => dayIn(order, numbers) !== undefined)
    for (const order of fitting) counts.set(order, (counts.get(order) ?? 0) + 1)
    if (example === '' && fitting.length > 1) example = cell
  }
  const most = Math.max(...counts.values())
  return { orders: most === 0 ? [] : orders.filter((order) => counts.get(order) === most), example }
}

/**
 * How each column writes its days, from the whole column: a number above 12 is no month, one above 31 no day. A column
 * that leaves it open follows those that do not; when none tells, `score` (the more sense it makes, the higher) and then
 * habit decide, and it is a guess. Columns that need no order are left out.
 */
export function decideOrders<F extends string>(
  columns: ReadonlyMap<F, readonly string[]>,
  score: (order: DayOrder) => number,
): Map<F, ColumnOrder> {
  const possible = new Map([...columns].map(([field, cells]) => [field, possibleOrders(cells)]))
  const sure = [...possible.values()].flatMap(({ orders: own }) => (own.length === 1 ? own : []))
  const scores = new Map<DayOrder, number>()
  const scoreOf = (order: DayOrder) => {
    const known = scores.get(order) ?? score(order)
    scores.set(order, known)
    return known
  }
  const decided = new Map<F, ColumnOrder>()
  for (const [field, { orders: own, example }] of possible) {
    const [only] = own
    if (only === undefined) continue
    const told = own.find((order) => sure.includes(order))
    if (told) decided.set(field, { order: told, isGuess: false, example })
    else {
      const [best = only] = [...own].sort((a, b) => scoreOf(b) - scoreOf(a) || orders.indexOf(a) - orders.indexOf(b))
      decided.set(field, { order: best, isGuess: true, example })
    }
  }
  return decided
}
