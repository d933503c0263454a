import type { TableRow } from '../documents/find-table'
import { saysNothing } from '../documents/plain-text'
import { type DayOrder, type Moment, readMoment, readTimeOfDay } from '../documents/read-moment'
import { type ColumnOrder, decideOrders } from './day-order'
import type { HistoryColumn } from './history-columns'

type Row = TableRow<HistoryColumn>
type MomentColumn = 'created' | 'closed' | 'closedElse' | 'updated' | 'due'

const columns: readonly MomentColumn[] = ['created', 'closed', 'closedElse', 'updated', 'due']
const clocks: Partial<Record<MomentColumn, HistoryColumn>> = {
  created: 'createdClock',
  closed: 'closedClock',
  due: 'dueClock',
}
/** Rows that are tried when only sense can tell months from days. */
const mostTried = 2000
const yearMs = 366 * 86_400_000

/** How the columns of a history write their times. */
export interface MomentReader {
  orders: ReadonlyMap<MomentColumn, ColumnOrder>
  /** Undefined when the cells say nothing, or nothing that can be read: `said` tells which. */
  read(row: Row, column: MomentColumn): Moment | undefined
  said(row: Row, column: MomentColumn): string
}

const saidOf = (row: Row, column: HistoryColumn) => {
  const text = row.said(column)
  return saysNothing(text) ? '' : text
}

/** What a row's cells say in an order: the day, and its time of day where that stands in a column of its own. */
function momentOf(row: Row, column: MomentColumn, order: DayOrder | undefined, zone: string): Moment | undefined {
  const text = saidOf(row, column)
  const moment = text === '' ? undefined : readMoment(text, order, zone)
  const clock = clocks[column]
  if (!moment?.isDayOnly || !clock) return moment
  const since = readTimeOfDay(row.said(clock))
  return since === undefined ? moment : { at: moment.at + since, isDayOnly: false }
}

/** How much sense an order makes: reported in the past and lately, closed and due afterwards. */
function senseOf(order: DayOrder, rows: readonly Row[], zone: string, now: number): number {
  let sense = 0
  for (const row of rows.slice(0, mostTried)) {
    const created = momentOf(row, 'created', order, zone)?.at
    if (created === undefined || created > now) continue
    sense += created > now - 15 * yearMs ? 2 : 1
    for (const column of ['closed', 'due'] as const) {
      const later = momentOf(row, column, order, zone)
      // the end of the day, when only the day is said
      if (later && later.at + (later.isDayOnly ? 86_399_000 : 0) >= created) sense++
    }
  }
  return sense
}

/** Decides for each column how it writes its days. `now` in epoch ms. */
export function momentsOf(rows: readonly Row[], zone: string, now: number): MomentReader {
  const cells = new Map(columns.map((column) => [column, rows.map((row) => row.said(column))]))
  const orders = decideOrders(cells, (order) => senseOf(order, rows, zone, now))
  return {
    orders,
    said: saidOf,
    read: (row, column) => momentOf(row, column, orders.get(column)?.order, zone),
  }
}
