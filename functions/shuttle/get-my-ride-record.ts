import { sql } from 'kysely'
import { getMyRideRecord } from '../../contract/shuttle-seats'
import { keeper } from '../keeper'
import { inLedger, ledgerDays, routeName } from './ledger-rows'
import { formatLocal } from './service-clock'

interface EntryRow {
  reservationId: string
  day: string
  route: string
  boardsAt: Date
  timezone: string
  fromStop: string
  what: 'noShow' | 'lateCancel'
}

const mostShown = 100

export default keeper(getMyRideRecord, async (_input, { db, orgId, person, now }) => {
  const since = new Date(now - ledgerDays * 86_400_000)
  const { rows: counted } = await sql<{ rides: number; noShows: number; lateCancels: number }>`
    SELECT (count(*) FILTER (WHERE status = 'boarded'))::integer AS rides,
      (count(*) FILTER (WHERE status = 'noShow' AND NOT is_excused))::integer AS "noShows",
      (count(*) FILTER (WHERE is_late_cancel AND NOT is_excused))::integer AS "lateCancels"
    FROM seat_reservation WHERE org_id = ${orgId} AND person_id = ${person.personId}::uuid AND boards_at >= ${since}`.execute(
    db,
  )
  const { rows } = await sql<EntryRow>`
    SELECT s.reservation_id AS "reservationId", s.day::text, ${routeName} AS route, s.boards_at AS "boardsAt", r.timezone,
      r.stop_names[s.from_position] AS "fromStop",
      CASE WHEN s.is_late_cancel THEN 'lateCancel' ELSE 'noShow' END AS what
    FROM seat_reservation s JOIN shuttle_run r ON r.org_id = s.org_id AND r.run_id = s.run_id
    WHERE s.org_id = ${orgId} AND s.person_id = ${person.personId}::uuid AND s.boards_at >= ${since} AND ${inLedger}
      AND NOT s.is_excused
    ORDER BY s.boards_at DESC, s.reservation_id LIMIT ${mostShown}`.execute(db)
  return {
    ...(counted[0] ?? { rides: 0, noShows: 0, lateCancels: 0 }),
    entries: rows.map(({ boardsAt, timezone, ...entry }) => ({
      ...entry,
      departsAt: formatLocal(boardsAt.getTime(), timezone),
    })),
  }
})
