import { type RawBuilder, sql } from 'kysely'
import * as v from 'valibot'
import { listTickets } from '../../contract/repair-desk'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'
import { catalogOf } from './catalog'
import { type Filter, filterTickets, statusesOf } from './filter-tickets'
import { briefsById } from './ticket-rows'

interface Place {
  ticketId: string
  at: Date
}

/** The next `most` tickets in order: the first of each status, which an index has in order, and of these the first. */
async function readPage(
  filter: Filter,
  asked: AskedByPerson,
  { sort, after, most }: { sort: 'due' | 'newest'; after?: { ms: number; ticketId: string }; most: number },
): Promise<Place[]> {
  const isDue = sort === 'due'
  const at = isDue ? sql`t.due_at` : sql`t.created_at`
  const order = isDue ? sql`${at}, t.ticket_id` : sql`${at} DESC, t.ticket_id DESC`
  const statuses = statusesOf(filter)
  if (statuses.length === 0) return []
  const ofStatuses = sql<boolean>`t.status IN (${sql.join(statuses.map((status) => sql.lit(status)))})`
  const isBehind = after
    ? sql`(${at}, t.ticket_id) ${isDue ? sql`>` : sql`<`} (${new Date(after.ms)}, ${after.ticketId})`
    : sql`true`
  const isSearch = filter.query !== ''
  // those merged into others are on no list, but whoever looks for one finds it
  const { head, source, where } = await filterTickets(filter, asked, isSearch ? ofStatuses : sql`t.merged_into IS NULL`)
  const some = (more: RawBuilder<boolean>) => sql`(SELECT t.ticket_id, ${at} AS at FROM ${source} t
    WHERE ${where} AND ${more} AND ${isBehind} ORDER BY ${order} LIMIT ${sql.lit(most)})`
  const parts = isSearch ? [some(sql`true`)] : statuses.map((status) => some(sql`t.status = ${sql.lit(status)}`))
  const { rows } = await sql<Place>`${head} SELECT t.ticket_id, t.at FROM (${sql.join(parts, sql` UNION ALL `)}) t
    ORDER BY ${isDue ? sql`t.at, t.ticket_id` : sql`t.at DESC, t.ticket_id DESC`} LIMIT ${sql.lit(most)}`.execute(
    asked.db,
  )
  return rows
}

export default keeper(listTickets, async ({ filter, sort, cursor, limit }, asked) => {
  const [, ms, ticketId] = readCursor(cursor, v.tuple([v.literal(sort), cursorMs, cursorId])) ?? []
  const after = ms !== undefined && ticketId !== undefined ? { ms, ticketId } : undefined
  const rows = await readPage(filter, asked, { sort, after, most: limit + 1 })
  const page = pageOut(rows, limit, (row) => [sort, row.at.getTime(), row.ticketId])
  const ids = page.rows.map((row) => row.ticketId)
  const briefs = await briefsById(asked, ids, await catalogOf(asked))
  return {
    items: ids.flatMap((id) => briefs.get(id) ?? []),
    now: formatInstant(asked.now, asked.person.zone),
    nextCursor: page.nextCursor,
  }
})
