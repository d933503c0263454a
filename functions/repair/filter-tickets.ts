import { type RawBuilder, sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import { boardStatuses, type listTickets } from '../../contract/repair-desk'
import { type TicketStatus, ticketStatuses } from '../../contract/repair-lifecycle'
import { instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { catalogOf, withBelow } from './catalog'
import { searchTickets } from './search-tickets'

export type Filter = AskedOf<typeof listTickets>['filter']

/** The statuses in which there can be tickets of a filter: nobody has a new one, and nothing closed is overdue. */
export function statusesOf({ statuses, assigneeId, isOverdue }: Filter): TicketStatus[] {
  return ticketStatuses.filter(
    (status) =>
      (statuses.length === 0 || statuses.includes(status)) &&
      !(assigneeId && status === 'new') &&
      !(isOverdue && !boardStatuses.some((shown) => shown === status)),
  )
}

/** The tickets of a filter: `${head} SELECT … FROM ${source} t WHERE ${where}`. */
export interface Filtered {
  head: RawBuilder<unknown>
  source: RawBuilder<unknown>
  where: RawBuilder<boolean>
}

/** What a filter says of the ticket `t`, but for its status and query. Days are the institution's. */
async function conditionsOf(filter: Filter, asked: AskedByPerson): Promise<RawBuilder<boolean>[]> {
  const { kind, urgency, categoryId, buildingId, assigneeId, isOverdue, from, until } = filter
  const { zone } = asked.person
  const now = new Date(asked.now)
  const conditions = [sql<boolean>`t.org_id = ${asked.orgId}`]
  const add = (condition: RawBuilder<boolean>) => conditions.push(condition)
  if (kind) add(sql`t.kind = ${kind}`)
  if (urgency) add(sql`t.urgency = ${urgency}`)
  if (categoryId) {
    const [only, ...more] = withBelow(await catalogOf(asked), categoryId)
    add(more.length > 0 ? sql`t.category_id = ANY (${[only, ...more]}::uuid[])` : sql`t.category_id = ${only}`)
  }
  if (buildingId) add(sql`t.building_id = ${buildingId}`)
  if (assigneeId) add(sql`t.assignee_id = ${assigneeId}`)
  if (isOverdue !== undefined) add(isOverdue ? sql`t.due_at < ${now}` : sql`t.due_at >= ${now}`)
  if (from) add(sql`t.created_at >= ${new Date(instantAt(from, 0, zone))}`)
  if (until) add(sql`t.created_at < ${new Date(instantAt(until, 1440, zone))}`)
  return conditions
}

/**
 * Where the tickets of a filter that are `also` so are read from, whatever their status. What a query means is read
 * once and kept for the whole statement; other filters have indexes that count and sort by themselves.
 */
export async function filterTickets(
  filter: Filter,
  asked: AskedByPerson,
  also: RawBuilder<boolean>,
): Promise<Filtered> {
  const conditions = [...(await conditionsOf(filter, asked)), also]
  const search = filter.query === '' ? undefined : await searchTickets(asked, filter.query)
  if (search) conditions.push(search.condition)
  const where = sql<boolean>`${sql.join(conditions, sql` AND `)}`
  if (!search || search.isCommon) return { head: sql``, source: sql`ticket`, where }
  const head = sql`WITH found AS MATERIALIZED (
    SELECT t.ticket_id, t.status, t.due_at, t.created_at, t.visit_state FROM ticket t WHERE ${where})`
  return { head, source: sql`found`, where: sql`true` }
}
