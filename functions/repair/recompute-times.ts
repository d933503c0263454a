import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { isOpen, openStatuses } from '../../contract/repair-lifecycle'
import type { Db } from '../../database/connect'
import type { Cloud } from '../cloud'
import { hashOfCalendar } from '../working-calendar'
import { catalogOf } from './catalog'
import { statusOf, type TicketRow, timesOfRow } from './hold-ticket'
import { readLogs } from './ticket-log'
import type { TicketTimes } from './ticket-times'

/** So many tickets in one transaction: whoever works on one of them waits for no more. */
const mostAtOnce = 500

const differs = (row: TicketRow, times: TicketTimes): boolean =>
  (['responseDueAt', 'planDueAt', 'resolveDueAt', 'dueAt'] as const).some(
    (field) => row[field]?.getTime() !== times[field]?.getTime(),
  ) ||
  row.isProvisional !== times.isProvisional ||
  !isDeepStrictEqual(row.steps, JSON.parse(times.steps))

/** Writes the times of those that differ. */
async function writeTimes(
  db: Db,
  orgId: number,
  changed: readonly (Pick<TicketRow, 'ticketId'> & TicketTimes)[],
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map((times) => ({ ...times, steps: JSON.parse(times.steps) }))
  await sql`
    UPDATE ticket t SET response_due_at = c."responseDueAt", plan_due_at = c."planDueAt",
      resolve_due_at = c."resolveDueAt", is_provisional = c."isProvisional", due_at = c."dueAt", steps = c.steps
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("ticketId" uuid, "responseDueAt" timestamptz,
      "planDueAt" timestamptz, "resolveDueAt" timestamptz, "isProvisional" boolean, "dueAt" timestamptz, steps jsonb)
    WHERE t.org_id = ${orgId} AND t.ticket_id = c."ticketId"`.execute(db)
}

/**
 * Computes some open tickets of an institution anew from their logs, unless another host is at it. Gives where to go on.
 * Tickets that somebody is changing at this moment are left for the next time, so that nobody is waited for: then it is
 * not complete.
 */
async function recomputeSome(
  cloud: Cloud,
  orgId: number,
  now: number,
  after: string | undefined,
): Promise<{ after?: string; isComplete: boolean }> {
  return cloud.db.transaction().execute(async (db) => {
    const { rows: locks } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('recompute_times'), ${orgId}) AS is_mine`.execute(db)
    if (!locks[0]?.isMine) return { isComplete: false }
    const open = await db
      .selectFrom('ticket')
      .select('ticketId')
      .where('orgId', '=', orgId)
      .where('status', 'in', openStatuses)
      .$if(after !== undefined, (query) => query.where('ticketId', '>', after ?? ''))
      .orderBy('ticketId')
      .limit(mostAtOnce)
      .execute()
    const wanted = open.map(({ ticketId }) => ticketId)
    if (wanted.length === 0) return { isComplete: true }
    const rows = await db
      .selectFrom('ticket')
      .selectAll()
      .where('orgId', '=', orgId)
      .where('ticketId', 'in', wanted)
      .forNoKeyUpdate()
      .skipLocked()
      .execute()
    // read after the tickets were locked: whoever changed it since begins only now, and comes later to these
    const { calendar } = await catalogOf({ cloud, db, orgId })
    const logs = await readLogs(db, orgId, wanted)
    const changed = rows.flatMap((row) => {
      const times = timesOfRow({ row, events: logs.get(row.ticketId) ?? [] }, calendar, now)
      return isOpen(statusOf(row)) && differs(row, times) ? [{ ticketId: row.ticketId, ...times }] : []
    })
    await writeTimes(db, orgId, changed)
    return {
      after: wanted.length < mostAtOnce ? undefined : wanted.at(-1),
      isComplete: rows.length === wanted.length,
    }
  })
}

async function recomputeOrg(cloud: Cloud, orgId: number, computedFor: string, now: number): Promise<void> {
  const { revision, calendar } = await catalogOf({ cloud, db: cloud.db, orgId })
  const hash = hashOfCalendar(calendar)
  if (!computedFor.endsWith(` ${hash}`)) {
    let after: string | undefined
    let isComplete = true
    do {
      const some = await recomputeSome(cloud, orgId, now, after)
      after = some.after
      isComplete &&= some.isComplete
    } while (after)
    if (!isComplete) return
  }
  // with the revision it was computed for: a change in between is seen at the next tick
  await cloud.db
    .updateTable('repairSetting')
    .set({ computedFor: `${revision} ${hash}` })
    .where('orgId', '=', orgId)
    .where('computedFor', '=', computedFor)
    .execute()
}

/**
 * Computes the deadlines of open tickets anew where service hours, special days or the published years have changed
 * since they were last computed. Without a change it is one small query. Several hosts at once leave to each other what
 * the other is at. An institution that fails holds up no other. Gives how many were looked at. `now` in epoch ms.
 */
export async function recomputeTimes(cloud: Cloud, now: number): Promise<number> {
  const changed = await cloud.db
    .selectFrom('repairSetting')
    .select(['orgId', 'computedFor'])
    .where(sql<boolean>`split_part(computed_for, ' ', 1) <> revision::text`)
    .orderBy('orgId')
    .execute()
  for (const { orgId, computedFor } of changed) {
    try {
      await recomputeOrg(cloud, orgId, computedFor, now)
    } catch (cause) {
      cloud.log({ level: 'error', message: `recomputeTimes: institution ${orgId}`, cause })
    }
  }
  return changed.length
}
