import { sql } from 'kysely'
import * as v from 'valibot'
import { listVisits, mostCounted, type Visit } from '../../contract/repair-desk'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'
import { catalogOf } from './catalog'
import { briefOf, briefRows } from './ticket-rows'

type Attempts = Map<string, Visit['attempts']>

/** What was tried so far, of the present cycle of some tickets. */
async function readAttempts({ db, orgId, person }: AskedByPerson, ticketIds: readonly string[]): Promise<Attempts> {
  if (ticketIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticketVisit as v')
    .innerJoin('ticket as t', (on) =>
      on.onRef('t.orgId', '=', 'v.orgId').onRef('t.ticketId', '=', 'v.ticketId').onRef('t.cycle', '=', 'v.cycle'),
    )
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'v.orgId').onRef('p.personId', '=', 'v.byId'))
    .select(['v.ticketId', 'v.at', 'p.name as by', 'v.outcome', 'v.words'])
    .where('v.orgId', '=', orgId)
    .where('v.ticketId', 'in', ticketIds)
    .orderBy('v.attempt')
    .execute()
  const attempts: Attempts = new Map(ticketIds.map((ticketId) => [ticketId, []]))
  for (const { ticketId, at, ...attempt } of rows) {
    attempts.get(ticketId)?.push({ ...attempt, at: formatInstant(at.getTime(), person.zone) })
  }
  return attempts
}

/** How many are due, counted so far as counts go. */
async function countDue({ db, orgId }: AskedByPerson): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM (SELECT FROM ticket
    WHERE org_id = ${orgId} AND visit_state = 'due' AND merged_into IS NULL LIMIT ${sql.lit(mostCounted)}) v`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}

export default keeper(listVisits, async ({ cursor, limit }, asked) => {
  const { db, orgId, now, person } = asked
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  const rows = await briefRows(db)
    .innerJoin('person as r', (on) => on.onRef('r.orgId', '=', 't.orgId').onRef('r.personId', '=', 't.requesterId'))
    .leftJoin('person as d', (on) => on.onRef('d.orgId', '=', 't.orgId').onRef('d.personId', '=', 't.doerId'))
    .select(['r.name as requester', 'r.phone as ownPhone', 't.phone', 't.cycle', 't.resolvedAt', 't.doerId'])
    .select(['d.name as doer', 't.visitDueAt as visitAt'])
    .where('t.orgId', '=', orgId)
    .where('t.visitState', '=', sql.lit('due'))
    .where('t.mergedInto', 'is', null)
    .$if(after !== undefined, (due) =>
      due.where((is) =>
        is(is.refTuple('t.visitDueAt', 't.ticketId'), '>', is.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? '')),
      ),
    )
    .orderBy('t.visitDueAt')
    .orderBy('t.ticketId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.visitAt?.getTime() ?? 0, row.ticketId])
  const attempts = await readAttempts(
    asked,
    page.rows.map(({ ticketId }) => ticketId),
  )
  const catalog = await catalogOf(asked)
  const items = page.rows.map((row) => {
    const visitDueAt = formatInstant(row.visitAt?.getTime() ?? now, person.zone)
    return {
      ...briefOf(row, catalog, person.zone, now),
      dueAt: visitDueAt,
      dueClock: 'visit' as const,
      isOverdue: (row.visitAt?.getTime() ?? now) < now,
      requester: row.requester,
      phone: row.phone === '' ? row.ownPhone : row.phone,
      cycle: row.cycle,
      resolvedAt: formatInstant((row.resolvedAt ?? row.createdAt).getTime(), person.zone),
      doer: row.doer ?? '',
      visitDueAt,
      attempts: attempts.get(row.ticketId) ?? [],
      isMyOwnWork: row.doerId === person.personId,
    }
  })
  // whose numbers were read is what the log is for
  asked.note({ tickets: items.map(({ number }) => number) })
  return { items, now: formatInstant(now, person.zone), nextCursor: page.nextCursor, total: await countDue(asked) }
})
