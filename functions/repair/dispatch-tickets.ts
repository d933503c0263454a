import { sql, type Transaction } from 'kysely'
import type { Suggestion } from '../../contract/repair-work'
import type { DB } from '../../database/types'
import type { Cloud } from '../cloud'
import { type Catalog, catalogOf } from './catalog'
import { type Candidate, hasSkill, isThere, rankTechnicians, readCandidates } from './rank-technicians'
import { type Given, tellOfDispatch } from './tell-of-dispatch'

/** So many tickets of an institution in one transaction. */
const mostAtOnce = 500

interface Waiting {
  ticketId: string
  number: string
  categoryId: string
  buildingId: string | null
  cycle: number
  lastEvent: number
  requesterId: string
  dueAt: Date
  bouncedBy: string[]
}

/** Where the next page of waiting tickets begins. */
type After = Pick<Waiting, 'dueAt' | 'ticketId'> | undefined

/** New tickets that somebody who is there now could do, those due first; none that is being changed at this moment. */
async function takeWaiting(
  db: Transaction<DB>,
  orgId: number,
  categoryIds: readonly string[],
  after: After,
): Promise<Waiting[]> {
  const later = after ? sql`AND (t.due_at, t.ticket_id) > (${after.dueAt}, ${after.ticketId}::uuid)` : sql``
  const { rows: held } = await sql<{ ticketId: string }>`
    SELECT t.ticket_id FROM ticket t
    WHERE t.org_id = ${orgId} AND t.status = 'new' AND t.merged_into IS NULL AND t.kind <> 'praise'
      -- what a history left open is for the desk to look at
      AND NOT (t.channel = 'import' AND t.cycle = 1)
      AND t.category_id = ANY (${[...categoryIds]}::uuid[]) ${later}
    ORDER BY t.due_at, t.ticket_id LIMIT ${mostAtOnce} FOR NO KEY UPDATE SKIP LOCKED`.execute(db)
  // what was read before a lock was awaited is old
  const { rows } = await sql<Waiting>`
    SELECT t.ticket_id, t.number, t.category_id, t.building_id, t.cycle, t.requester_id, t.due_at,
      max(e.event_number) AS last_event,
      coalesce(array_agg(e.by_id::text) FILTER (WHERE e.cycle = t.cycle AND e.kind = 'bounced'), '{}') AS bounced_by
    FROM ticket t JOIN ticket_event e ON e.org_id = t.org_id AND e.ticket_id = t.ticket_id
    WHERE t.org_id = ${orgId} AND t.ticket_id = ANY (${held.map(({ ticketId }) => ticketId)}::uuid[])
    GROUP BY t.org_id, t.ticket_id ORDER BY t.due_at, t.ticket_id`.execute(db)
  return rows
}

/** Who gets a ticket: the best who has the skill, is there, and has not given it back in this cycle. */
function bestFor(
  ticket: Waiting,
  there: readonly Candidate[],
  { categoryOf, calendar }: Catalog,
  now: number,
): Suggestion | undefined {
  const skill = categoryOf.get(ticket.categoryId)?.skill ?? ''
  const wanted = { skill, buildingId: ticket.buildingId, bouncedBy: new Set(ticket.bouncedBy) }
  const [best] = rankTechnicians(there, wanted, now, calendar.zone)
  return best?.hasSkill && !best.hasBounced ? best : undefined
}

/**
 * Logs who got what and why, and sets it. No clock waits for being assigned, and a new ticket does not stand still: its
 * deadlines stay as they are. Nobody becomes accountable until somebody accepts.
 */
async function give(db: Transaction<DB>, orgId: number, now: number, given: readonly Given[]): Promise<void> {
  const rows = given.map(({ ticketId, cycle, lastEvent, to }) => ({
    ticketId,
    cycle,
    eventNumber: lastEvent + 1,
    personId: to.personId,
    data: {
      toPersonId: to.personId,
      toName: to.name,
      isAutomatic: true,
      hasSkill: to.hasSkill,
      isForBuilding: to.isForBuilding,
      isOnShift: to.isOnShift,
      load: to.load,
    },
  }))
  const at = new Date(now)
  await sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS g("ticketId" uuid, cycle integer, "eventNumber" integer, "personId" uuid, data jsonb)),
    logged AS (
      INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
      SELECT ${orgId}::integer, "ticketId", "eventNumber", cycle, ${at}::timestamptz, 'assigned', NULL, data FROM given)
    UPDATE ticket t SET status = 'assigned', assignee_id = g."personId", last_event = g."eventNumber"
    FROM given g WHERE t.org_id = ${orgId} AND t.ticket_id = g."ticketId"`.execute(db)
}

async function dispatchSome(
  cloud: Cloud,
  orgId: number,
  now: number,
  after: After,
): Promise<{ given: number; after: After }> {
  return cloud.db.transaction().execute(async (db) => {
    // two at once would both count what somebody has on their hands before the other has given them more
    const { rows } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('dispatch_tickets'), ${orgId}) AS is_mine`.execute(db)
    if (!rows[0]?.isMine) return { given: 0, after: undefined }
    const catalog = await catalogOf({ cloud, db, orgId })
    const candidates = await readCandidates(db, orgId)
    const there = candidates.filter((candidate) => isThere(candidate, now, catalog.calendar.zone))
    const able = catalog.categories.filter(({ skill }) => there.some((candidate) => hasSkill(candidate, skill)))
    if (able.length === 0) return { given: 0, after: undefined }
    const categoryIds = able.map(({ categoryId }) => categoryId)
    const waiting = await takeWaiting(db, orgId, categoryIds, after)
    const given: Given[] = []
    for (const ticket of waiting) {
      const best = bestFor(ticket, there, catalog, now)
      const candidate = best && there.find(({ personId }) => personId === best.personId)
      if (!best || !candidate) continue
      given.push({ ...ticket, to: best })
      candidate.load++
    }
    if (given.length > 0) {
      await give(db, orgId, now, given)
      await tellOfDispatch(db, { orgId, now }, catalog, given)
    }
    return { given: given.length, after: waiting.length < mostAtOnce ? undefined : waiting.at(-1) }
  })
}

/**
 * Gives every new ticket of the institutions that want it so to the best technician with the skill who is there. What
 * nobody can do now stays new for the desk, or until somebody comes. Several hosts at once give each ticket once. Gives
 * how many were given. `now` in epoch ms.
 */
export async function dispatchTickets(cloud: Cloud, now: number): Promise<number> {
  const { rows: orgs } = await sql<{ orgId: number }>`
    SELECT s.org_id FROM repair_setting s WHERE s.dispatch = 'auto' AND EXISTS (SELECT FROM ticket t
      WHERE t.org_id = s.org_id AND t.status = 'new' AND t.merged_into IS NULL) ORDER BY s.org_id`.execute(cloud.db)
  let sum = 0
  for (const { orgId } of orgs) {
    let after: After
    do {
      const some = await dispatchSome(cloud, orgId, now, after)
      sum += some.given
      after = some.after
    } while (after)
  }
  return sum
}
