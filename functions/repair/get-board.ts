import { type RawBuilder, sql } from 'kysely'
import { boardStatuses, getBoard, mostCounted } from '../../contract/repair-desk'
import type { TicketStatus } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import { type AskedByPerson, keeper } from '../keeper'
import { catalogOf } from './catalog'
import { type Filter, filterTickets, statusesOf } from './filter-tickets'
import { briefsById } from './ticket-rows'

const mostShown = 20

interface Column {
  status: string
  count: number
  ids: string[]
}

/** Counts of the columns and of what is late, and the first ids of each column, in one statement. */
async function readBoard(filter: Filter, asked: AskedByPerson): Promise<Column[]> {
  // statuses and limits stand in the text: partial indexes and the plan depend on them
  const inStatus = (statuses: readonly TicketStatus[]) =>
    statuses.length > 0 ? sql<boolean>`t.status IN (${sql.join(statuses.map((s) => sql.lit(s)))})` : sql<boolean>`false`
  const possible = statusesOf(filter)
  const statuses = boardStatuses.filter((status) => possible.includes(status))
  const isVisit = sql<boolean>`(t.visit_state = 'due' AND ${inStatus(possible)})`
  const isOnBoard = sql<boolean>`t.merged_into IS NULL AND (${inStatus(statuses)} OR ${isVisit})`
  const isSearch = filter.query !== ''
  const { head, source, where } = await filterTickets(filter, asked, isSearch ? isOnBoard : sql`t.merged_into IS NULL`)
  const here = (more: RawBuilder<boolean>) => sql`FROM ${source} t WHERE ${where} AND ${more}`
  const counted = (more: RawBuilder<boolean>) =>
    sql`(SELECT count(*) FROM (SELECT ${here(more)} LIMIT ${sql.lit(mostCounted)}) c)`
  const columns = statuses.map(
    (status) => sql`SELECT ${sql.lit(status)} AS status, ${counted(inStatus([status]))} AS count, ARRAY(
      SELECT t.ticket_id::text ${here(inStatus([status]))} ORDER BY t.due_at, t.ticket_id LIMIT ${sql.lit(mostShown)}) AS ids`,
  )
  const isLate = sql<boolean>`${inStatus(statuses)} AND t.due_at < ${new Date(asked.now)}`
  const counts = [
    sql`SELECT 'overdue', ${counted(isLate)}, '{}'::text[]`,
    sql`SELECT 'visits', ${counted(isVisit)}, '{}'::text[]`,
  ]
  return (await sql<Column>`${head} ${sql.join([...columns, ...counts], sql` UNION ALL `)}`.execute(asked.db)).rows
}

export default keeper(getBoard, async ({ filter }, asked) => {
  const { now, person } = asked
  const columns = new Map((await readBoard(filter, asked)).map((column) => [column.status, column]))
  const shown = [...columns.values()].flatMap(({ ids }) => ids)
  const briefs = await briefsById(asked, shown, await catalogOf(asked))
  const column = (status: TicketStatus) => {
    const { count = 0, ids = [] } = columns.get(status) ?? {}
    return { status, count, items: ids.flatMap((id) => briefs.get(id) ?? []) }
  }
  return {
    now: formatInstant(now, person.zone),
    columns: boardStatuses.map(column),
    overdue: columns.get('overdue')?.count ?? 0,
    visitsDue: columns.get('visits')?.count ?? 0,
  }
})
