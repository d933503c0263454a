import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { openStatuses } from '../../contract/repair-lifecycle'
import type { WorkingCalendar } from '../../contract/working-time'
import type { Cloud } from '../cloud'
import { catalogOf } from './catalog'
import { type TicketRow, timesOfRow } from './hold-ticket'
import { readLogs } from './ticket-log'
import type { TicketTimes } from './ticket-times'

/** So many tickets in one transaction: whoever works on one of them waits for no more. */
const mostAtOnce = 500

/** Tells one calendar from another. */
function hashOfCalendar({ zone, weekly, days, publishedThrough, makeUpWeekday }: WorkingCalendar): string {
  const special = Object.values(days)
    .map(({ day, isOffDay }) => `${day}${isOffDay ? '-' : '+'}`)
    .sort()
  const what = JSON.stringify([zone, weekly, special, publishedThrough, makeUpWeekday ?? 1])
  return createHash('sha256').update(what).digest('base64url')
}

const differs = (row: TicketRow, times: TicketTimes): boolean =>
  (['responseDueAt', 'planDueAt', 'resolveDueAt', 'dueAt'] as const).some(
    (field) => row[field]?.getTime() !== times[field]?.getTime(),
  ) ||
  row.isProvisional !== times.isProvisional ||
  !isDeepStrictEqual(row.steps, JSON.parse(times.steps))

/** Computes some tickets of an institution anew from their logs. Gives the last of them, or undefined after the end. */
async function recomputeSome(
  cloud: Cloud,
  orgId: number,
  now: number,
  after: string | undefined,
): Promise<string | undefined> {
  return cloud.db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('ticket')
      .selectAll()
      .where('orgId', '=', orgId)
      .where('status', 'in', openStatuses)
      .$if(after !== undefined, (query) => query.where('ticketId', '>', after ?? ''))
      // in order, so that two at once never wait for each other crosswise
      .orderBy('ticketId')
      .limit(mostAtOnce)
      .forNoKeyUpdate()
      .execute()
    // read after the tickets were locked: whoever changed it since begins only now, and comes later to these
    const { calendar } = await catalogOf({ cloud, db, orgId })
    const ticketIds = rows.map(({ ticketId }) => ticketId)
    const logs = await readLogs(db, orgId, ticketIds)
    const changed = rows.flatMap((row) => {
      const times = timesOfRow({ row, events: logs.get(row.ticketId) ?? [] }, calendar, now)
      return differs(row, times) ? [{ ticketId: row.ticketId, ...times, steps: JSON.parse(times.steps) }] : []
    })
    if (changed.length > 0) {
      await sql`
        UPDATE ticket t SET response_due_at = c."responseDueAt", plan_due_at = c."planDueAt",
          resolve_due_at = c."resolveDueAt", is_provisional = c."isProvisional", due_at = c."dueAt", steps = c.steps
        FROM json_to_recordset(${JSON.stringify(changed)}::json) AS c("ticketId" uuid, "responseDueAt" timestamptz,
          "planDueAt" timestamptz, "resolveDueAt" timestamptz, "isProvisional" boolean, "dueAt" timestamptz,
          steps jsonb)
        WHERE t.org_id = ${orgId} AND t.ticket_id = c."ticketId"`.execute(db)
    }
    return rows.length < mostAtOnce ? undefined : ticketIds.at(-1)
  })
}

async function recomputeOrg(cloud: Cloud, orgId: number, computedFor: string, now: number): Promise<void> {
  const { revision, calendar } = await catalogOf({ cloud, db: cloud.db, orgId })
  const hash = hashOfCalendar(calendar)
  if (!computedFor.endsWith(` ${hash}`)) {
    let after: string | undefined
    do after = await recomputeSome(cloud, orgId, now, after)
    while (after)
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
 * since they were last computed. Without a change it is one small query. Several at once would only do the same work
 * twice, to the same end. An institution that fails holds up no other. `now` in epoch ms.
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
