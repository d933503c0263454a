import { sql } from 'kysely'
import * as v from 'valibot'
import { listMyTickets } from '../../contract/repair'
import { openStatuses } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'
import { catalogOf } from './catalog'
import { briefOf, briefRows } from './ticket-rows'
import { outlineRow } from './ticket-view'

/** Done, but nobody has said yet that it is settled: still one of the open ones for whoever reported it. */
const unsettled: readonly string[] = [...openStatuses, 'done']
const cursorShape = v.tuple([cursorMs, cursorId])

interface Page {
  isOpen?: boolean
  after?: v.InferOutput<typeof cursorShape>
  limit: number
}

/** The newest tickets of one's own of each sort, read by an index each; which of them make the page is seen later. */
async function newestOf({ db, orgId, person }: AskedByPerson, { isOpen, after, limit }: Page): Promise<string[]> {
  const { personId } = person
  const status = sql<string>`coalesce(root.status, t.status)`
  const page = db
    .selectFrom('ticket as t')
    .leftJoin('ticket as root', (on) =>
      on.onRef('root.orgId', '=', 't.orgId').onRef('root.ticketId', '=', 't.mergedInto'),
    )
    .select('t.ticketId')
    .where('t.orgId', '=', orgId)
    // whoever took over a history did not report what is in it
    .where('t.channel', '<>', 'import')
    .$if(isOpen !== undefined, (rows) => rows.where(status, isOpen ? 'in' : 'not in', unsettled))
    .$if(after !== undefined, (rows) =>
      rows.where((is) =>
        is(is.refTuple('t.createdAt', 't.ticketId'), '<', is.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? '')),
      ),
    )
    .orderBy('t.createdAt', 'desc')
    .orderBy('t.ticketId', 'desc')
    .limit(limit)
  const sorts = await Promise.all([
    page.where('t.requesterId', '=', personId).execute(),
    page.where('t.reportedById', '=', personId).whereRef('t.reportedById', '<>', 't.requesterId').execute(),
    page
      .innerJoin('ticketFollower as f', (on) =>
        on.onRef('f.orgId', '=', 't.orgId').onRef('f.ticketId', '=', 't.ticketId'),
      )
      .where('f.personId', '=', personId)
      .execute(),
  ])
  return sorts.flat().map(({ ticketId }) => ticketId)
}

export default keeper(listMyTickets, async ({ isOpen, cursor, limit }, asked) => {
  const { db, orgId, now, person } = asked
  const { personId, zone } = person
  const ids = await newestOf(asked, { isOpen, after: readCursor(cursor, cursorShape), limit: limit + 1 })
  if (ids.length === 0) return { items: [], now: formatInstant(now, zone) }
  const rows = await briefRows(db)
    .select(['t.requesterId', 't.reportedById'])
    .where('t.orgId', '=', orgId)
    .where('t.ticketId', 'in', ids)
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
