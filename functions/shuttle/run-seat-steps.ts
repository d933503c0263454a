import { sql } from 'kysely'
import { addDays } from '../../contract/zone'
import type { Cloud } from '../cloud'
import { reserveSeasonDays } from './season-days'
import { readSeasons } from './season-rows'
import { dayIn } from './service-clock'
import { timezoneInForce } from './services-of-day'
import { readShuttleSetting } from './setting-rows'

const mostAtOnce = 500

/** Offers that ran out lapse, and the next in order is offered the place; who waits when the bus leaves waited in vain. */
async function lapseOffers(cloud: Cloud, now: number): Promise<void> {
  const at = new Date(now)
  const { rows: runs } = await sql<{ orgId: number; runId: string }>`
    SELECT DISTINCT s.org_id AS "orgId", s.run_id AS "runId" FROM seat_reservation s
    WHERE (s.status = 'offered' AND s.offered_until <= ${at}) OR (s.status = 'waiting' AND s.boards_at <= ${at})
    ORDER BY 1, 2 LIMIT ${mostAtOnce}`.execute(cloud.db)
  for (const { orgId, runId } of runs) {
    await cloud.db.transaction().execute(async (db) => {
      const { rows } = await sql`SELECT FROM shuttle_run WHERE org_id = ${orgId} AND run_id = ${runId}::uuid
        FOR NO KEY UPDATE SKIP LOCKED`.execute(db)
      if (rows.length === 0) return
      await sql`UPDATE seat_reservation SET status = 'lapsed' WHERE org_id = ${orgId} AND run_id = ${runId}::uuid
        AND ((status = 'offered' AND offered_until <= ${at}) OR (status = 'waiting' AND boards_at <= ${at}))`.execute(
        db,
      )
      await sql`SELECT promote_waiting(${orgId}::integer, ${runId}::uuid, ${at}::timestamptz)`.execute(db)
    })
  }
}

/** Days that have opened for reserving are reserved for those who ride every workday. */
async function openSeasonDays(cloud: Cloud, now: number): Promise<void> {
  const { rows: orgs } = await sql<{ orgId: number }>`
    SELECT DISTINCT org_id AS "orgId" FROM seat_season WHERE ended_at IS NULL`.execute(cloud.db)
  for (const { orgId } of orgs) {
    const timezone = await timezoneInForce({ db: cloud.db, orgId })
    if (timezone === undefined) continue
    const { opensDays } = await readShuttleSetting({ db: cloud.db, orgId })
    const today = dayIn(now, timezone)
    const due = sql`s.org_id = ${orgId} AND s.until_day >= ${today}::date AND p.status <> 'left'
      AND coalesce(s.done_until, s.from_day - 1) < least(s.until_day, ${addDays(today, opensDays)}::date)`
    for (const { seasonId } of await readSeasons(cloud, due)) {
      await cloud.db.transaction().execute(async (db) => {
        const { rows } = await sql`SELECT FROM seat_season WHERE org_id = ${orgId} AND season_id = ${seasonId}::uuid
          FOR NO KEY UPDATE SKIP LOCKED`.execute(db)
        // as it is now that it is held: another host may have done it a moment ago
        const [season] =
          rows.length === 0 ? [] : await readSeasons({ db }, sql`${due} AND s.season_id = ${seasonId}::uuid`)
        if (season) await reserveSeasonDays({ db, orgId, now }, season, { timezone, opensDays })
      })
    }
  }
}

/** What time does to seats in all institutions. Several hosts may do it at once. `now` in epoch ms. */
export async function runSeatSteps(cloud: Cloud, now: number): Promise<void> {
  await lapseOffers(cloud, now)
  await openSeasonDays(cloud, now)
}
