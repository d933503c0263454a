import { sql } from 'kysely'
import type { Db } from '../../database/connect'

/**
 * Ends a run within the caller's transaction: whoever has a seat and did not board is a no-show, whoever waited waited in
 * vain. Where the trip was cancelled nobody is. A run that is closed stays as it is. Gives the number of no-shows.
 */
export async function closeOneRun(db: Db, orgId: number, runId: string, now: number): Promise<number> {
  const at = new Date(now)
  const { rows } = await sql<{ isCancelled: boolean }>`
    UPDATE shuttle_run r SET closed_at = ${at} WHERE r.org_id = ${orgId} AND r.run_id = ${runId}::uuid
      AND r.closed_at IS NULL
    RETURNING r.is_withdrawn OR EXISTS (SELECT FROM trip_change c WHERE c.org_id = r.org_id AND c.day = r.day
      AND c.trip_id = r.trip_id AND c.is_cancelled) AS "isCancelled"`.execute(db)
  const [closed] = rows
  if (!closed) return 0
  const missed = closed.isCancelled ? 'cancelled' : 'noShow'
  const { rows: changed } = await sql<{ status: string }>`
    UPDATE seat_reservation SET
      status = CASE WHEN status = 'waiting' THEN 'lapsed' ELSE ${missed} END,
      cancelled_at = CASE WHEN status <> 'waiting' AND ${closed.isCancelled} THEN ${at}::timestamptz ELSE cancelled_at END
    WHERE org_id = ${orgId} AND run_id = ${runId}::uuid AND status IN ('reserved', 'offered', 'waiting')
    RETURNING status`.execute(db)
  return changed.filter(({ status }) => status === 'noShow').length
}
