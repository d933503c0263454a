import { sql } from 'kysely'
import type { Cloud } from '../cloud'
import { closeOneRun } from './close-one-run'

/** A run that nobody closed is closed so long after its end; a reported delay moves that. */
const graceMinutes = 120
const mostAtOnce = 200

/** Closes runs that are over in all institutions. Several hosts may do it at once. `now` in epoch ms. */
export async function closeOverRuns(cloud: Cloud, now: number): Promise<void> {
  await cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ orgId: number; runId: string }>`
      SELECT r.org_id AS "orgId", r.run_id AS "runId" FROM shuttle_run r
      LEFT JOIN trip_change c ON c.org_id = r.org_id AND c.day = r.day AND c.trip_id = r.trip_id
        AND c.starts_at_seconds = -1
      WHERE r.closed_at IS NULL AND r.ends_at < ${new Date(now - graceMinutes * 60_000)}
        AND r.ends_at + make_interval(mins => coalesce(c.delay_minutes, 0) + ${graceMinutes}::integer)
          < ${new Date(now)}::timestamptz
      ORDER BY r.ends_at LIMIT ${mostAtOnce} FOR NO KEY UPDATE OF r SKIP LOCKED`.execute(db)
    for (const { orgId, runId } of rows) await closeOneRun(db, orgId, runId, now)
  })
}
