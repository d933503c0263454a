import { sql } from 'kysely'
import { endSeason } from '../../contract/shuttle-seats'
import { keeper, refuse } from '../keeper'

export default keeper(endSeason, async ({ seasonId }, asked) => {
  const { db, orgId, now, person } = asked
  const at = new Date(now)
  const ended = await db
    .updateTable('seatSeason')
    .set({ endedAt: at })
    .where('orgId', '=', orgId)
    .where('seasonId', '=', seasonId)
    .where('endedAt', 'is', null)
    .where((is) => is.or([is('personId', '=', person.personId), is('madeBy', '=', person.personId)]))
    .returning('seasonId')
    .executeTakeFirst()
  if (!ended) return refuse('NO_SUCH_SEASON')
  const { rows } = await sql<{ runId: string }>`
    SELECT r.run_id AS "runId" FROM shuttle_run r WHERE r.org_id = ${orgId} AND r.run_id IN (
      SELECT s.run_id FROM seat_reservation s WHERE s.org_id = ${orgId} AND s.season_id = ${seasonId}::uuid
        AND s.boards_at > ${at} AND s.status IN ('reserved', 'waiting', 'offered'))
    ORDER BY r.run_id FOR NO KEY UPDATE`.execute(db)
  const { rows: cancelled } = await sql`
    UPDATE seat_reservation s SET status = 'cancelled', cancelled_at = ${at}, is_late_cancel = s.status = 'reserved'
      AND s.boards_at - make_interval(mins => o.late_cancel_minutes) < ${at}
    FROM shuttle_setting o WHERE o.org_id = s.org_id AND s.org_id = ${orgId} AND s.season_id = ${seasonId}::uuid
      AND s.boards_at > ${at} AND s.status IN ('reserved', 'waiting', 'offered')
    RETURNING s.reservation_id`.execute(db)
  for (const { runId } of rows)
    await sql`SELECT promote_waiting(${orgId}::integer, ${runId}::uuid, ${at}::timestamptz)`.execute(db)
  return { seasonId, cancelledSeats: cancelled.length }
})
