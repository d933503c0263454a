import { sql } from 'kysely'
import * as v from 'valibot'
import { listBindingRequests } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'

export default keeper(listBindingRequests, async ({ cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  let open = asked.db
    .selectFrom('bindingRequest as r')
    .select(['r.requestId', 'r.provider', 'r.staffNumber', 'r.name', 'r.requestedAt'])
    .select((is) =>
      is
        .selectFrom('person as p')
        .select('p.name')
        .whereRef('p.orgId', '=', 'r.orgId')
        .where((p) => p(p.fn('upper', ['p.staffNumber']), '=', p.ref('r.staffNumber')))
        .where('p.status', '<>', 'left')
        .limit(1)
        .as('rosterName'),
    )
    .where('r.orgId', '=', asked.orgId)
    .where('r.decidedAt', 'is', null)
  if (after)
    open = open.where(sql<boolean>`(r.requested_at, r.request_id) > (${new Date(after[0])}, ${after[1]}::uuid)`)
  const rows = await open
    .orderBy('r.requestedAt')
    .orderBy('r.requestId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.requestedAt.getTime(), row.requestId])
  return {
    items: page.rows.map(({ requestedAt, rosterName, ...request }) => ({
      ...request,
      rosterName: rosterName ?? undefined,
      requestedAt: formatInstant(requestedAt.getTime(), asked.person.zone),
    })),
    nextCursor: page.nextCursor,
  }
})
