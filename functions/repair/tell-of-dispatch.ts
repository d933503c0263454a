import type { Suggestion } from '../../contract/repair-work'
import type { Db } from '../../database/connect'
import { tellEach } from '../tell-each'
import { type Catalog, categoryName } from './catalog'
import { givenToYou, unnamed, waitsFor } from './tell-about'

/** A ticket that was just given to somebody by time itself. */
export interface Given {
  ticketId: string
  number: string
  categoryId: string
  cycle: number
  lastEvent: number
  requesterId: string
  to: Suggestion
}

/** Requester and followers of each ticket, and of those merged into it. */
async function concernedWith(db: Db, orgId: number, ticketIds: readonly string[]) {
  const rooted = db
    .selectFrom('ticket as t')
    .select((is) => ['t.ticketId', 't.requesterId', is.fn.coalesce('t.mergedInto', 't.ticketId').as('rootId')])
    .where('t.orgId', '=', orgId)
    .where((is) => is.or([is('t.ticketId', 'in', ticketIds), is('t.mergedInto', 'in', ticketIds)]))
  return db
    .with('rooted', () => rooted)
    .selectFrom('rooted')
    .select(['rootId', 'requesterId as personId'])
    .union((is) =>
      is
        .selectFrom('rooted')
        .innerJoin('ticketFollower as f', 'f.ticketId', 'rooted.ticketId')
        .where('f.orgId', '=', orgId)
        .select(['rootId', 'f.personId']),
    )
    .execute()
}

/** Tells technicians what they were given, and everybody concerned who got theirs. */
export async function tellOfDispatch(
  db: Db,
  whom: { orgId: number; now: number },
  catalog: Catalog,
  given: readonly Given[],
): Promise<void> {
  const letters = given.map((ticket) => ({ personId: ticket.to.personId, ticket }))
  const byId = new Map(given.map((ticket) => [ticket.ticketId, ticket]))
  for (const { rootId, personId } of await concernedWith(db, whom.orgId, [...byId.keys()])) {
    const ticket = byId.get(rootId)
    if (ticket && personId !== ticket.to.personId) letters.push({ personId, ticket })
  }
  // whoever only follows learns nobody's name
  const nameFor = ({ personId, ticket }: (typeof letters)[number]) =>
    personId === ticket.requesterId ? ticket.to.name : unnamed
  const isGiven = ({ personId, ticket }: (typeof letters)[number]) => personId === ticket.to.personId
  await tellEach(db, whom, letters, {
    one: (letter) => ({
      title: `${categoryName(catalog, letter.ticket.categoryId)}（${letter.ticket.number}）`,
      body: isGiven(letter) ? givenToYou : waitsFor(nameFor(letter)),
      path: `/features/repair/ticket?ticketId=${letter.ticket.ticketId}`,
    }),
    sum: (own) => ({
      title: `工单派单（${own.length} 件）`,
      body: own.every(isGiven)
        ? `派给您 ${own.length} 件工单，请接单或退回。`
        : `与您有关的 ${own.length} 件工单已派单。`,
      path: `/features/repair/${own.every(isGiven) ? 'jobs' : 'my-tickets'}`,
    }),
  })
}
