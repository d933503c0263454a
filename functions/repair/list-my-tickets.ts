import { sql } from 'kysely'
import * as v from 'valibot'
import { listMyTickets } from '../../contract/repair'
import { openStatuses } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { catalogOf } from './catalog'
import { briefOf, briefRows } from './ticket-rows'
import { outlineRow } from './ticket-view'

/** Done, but nobody has said yet that it is settled: still one of the open ones for whoever reported it. */
const unsettled: readonly string[] = [...openStatuses, 'done']

export default keeper(listMyTickets, async ({ isOpen, cursor, limit }, asked) => {
  const { db, orgId, now, person } = asked
  const { personId, zone } = person
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  // each part by an index of its own
  const mine = sql<string>`(
    SELECT ticket_id FROM ticket WHERE org_id = ${orgId} AND requester_id = ${personId}
    UNION SELECT ticket_id FROM ticket
      WHERE org_id = ${orgId} AND reported_by_id = ${personId} AND reported_by_id <> requester_id
    UNION SELECT ticket_id FROM ticket_follower WHERE org_id = ${orgId} AND person_id = ${personId})`
  let wanted = briefRows(db)
    .select(['t.requesterId', 't.reportedById'])
    .where('t.orgId', '=', orgId)
    .where('t.ticketId', 'in', mine)
  if (isOpen !== undefined) {
    const status = sql<string>`coalesce(root.status, t.status)`
    wanted = wanted.where(status, isOpen ? 'in' : 'not in', unsettled)
  }
  if (after) {
    wanted = wanted.where((is) =>
      is(is.refTuple('t.createdAt', 't.ticketId'), '<', is.tuple(new Date(after[0]), after[1])),
    )
  }
  const rows = await wanted
    .orderBy('t.createdAt', 'desc')
    .orderBy('t.ticketId', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.createdAt.getTime(), row.ticketId])
  const catalog = await catalogOf(asked)
  return {
    items: page.rows.map((row) => {
      const isJoined = row.requesterId !== personId && row.reportedById !== personId
      return {
        ...briefOf(isJoined ? outlineRow(row) : row, catalog, zone, now),
        isJoined,
        wantsMe: row.status === 'done' && !row.mergedInto && row.requesterId === personId,
      }
    }),
    nextCursor: page.nextCursor,
    now: formatInstant(now, zone),
  }
})
