import { type RawBuilder, sql } from 'kysely'
import { boardingClosesAfter, boardingOpensBefore, type MySeat } from '../../contract/shuttle-ride'
import type { AskedByPerson } from '../keeper'
import { routeName } from './ledger-rows'
import { formatLocal } from './service-clock'

const minute = 60_000

interface SeatRow
  extends Pick<
    MySeat,
    'reservationId' | 'tripId' | 'day' | 'route' | 'color' | 'headsign' | 'kind' | 'rider' | 'status'
  > {
  fromStopId: string
  fromStop: string
  toStopId: string
  toStop: string
  guestName: string
  boardsAt: Date
  alightsAt: Date
  timezone: string
  delayMinutes: number
  isTripCancelled: boolean
  ahead: number
  offeredUntil: Date | null
  seasonId: string | null
  plate: string
  lateCancelMinutes: number
  runId: string
}

/** A seat as its rider sees it, and the run it is on. */
export interface FoundMySeat {
  seat: MySeat
  runId: string
  /** Departure at one's stop with the delay that was reported, epoch ms. */
  departsAt: number
  timezone: string
}

/** When the boarding code of a seat is shown, from and until, in epoch ms. */
export function boardingWindow(departsAt: number): { opensAt: number; closesAt: number } {
  return { opensAt: departsAt - boardingOpensBefore * minute, closesAt: departsAt + boardingClosesAfter * minute }
}

function seatOf(row: SeatRow, now: number): FoundMySeat {
  const { guestName, boardsAt, alightsAt, timezone, ahead, offeredUntil, seasonId, lateCancelMinutes, runId, ...seat } =
    row
  const departsAt = boardsAt.getTime() + row.delayMinutes * minute
  const isToCome = departsAt > now && !row.isTripCancelled
  const { opensAt, closesAt } = boardingWindow(departsAt)
  return {
    runId,
    departsAt,
    timezone,
    seat: {
      ...seat,
      isGuest: guestName !== '',
      departsAt: formatLocal(boardsAt.getTime(), timezone),
      arrivesAt: formatLocal(alightsAt.getTime(), timezone),
      ...(row.status === 'waiting' ? { ahead } : {}),
      ...(row.status === 'offered' && offeredUntil
        ? { offeredUntil: formatLocal(offeredUntil.getTime(), timezone) }
        : {}),
      ...(seasonId ? { seasonId } : {}),
      mayCancel: isToCome && ['reserved', 'waiting', 'offered'].includes(row.status),
      isLateNow: row.status === 'reserved' && departsAt - now < lateCancelMinutes * minute,
      isBoardable: row.status === 'reserved' && !row.isTripCancelled && now >= opensAt && now <= closesAt,
    },
  }
}

/** Seats that fulfil a condition on seat_reservation `s`, in an order and of a number given in SQL. */
export async function readMySeats(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<FoundMySeat[]> {
  const { rows } = await sql<SeatRow>`
    SELECT s.reservation_id AS "reservationId", s.run_id AS "runId", r.trip_id AS "tripId", r.day::text, ${routeName} AS route,
      coalesce(l.color, '') AS color, r.headsign, s.kind, s.status, s.guest_name AS "guestName",
      coalesce(nullif(s.guest_name, ''), p.name) AS rider, r.stop_ids[s.from_position] AS "fromStopId",
      r.stop_names[s.from_position] AS "fromStop", r.stop_ids[s.to_position] AS "toStopId",
      r.stop_names[s.to_position] AS "toStop", s.boards_at AS "boardsAt", r.arrives_at[s.to_position] AS "alightsAt",
      r.timezone, coalesce(c.delay_minutes, 0) AS "delayMinutes",
      coalesce(c.is_cancelled, false) OR r.is_withdrawn AS "isTripCancelled", s.offered_until AS "offeredUntil",
      s.season_id AS "seasonId", coalesce(v.plate, '') AS plate, o.late_cancel_minutes AS "lateCancelMinutes",
      CASE WHEN s.status = 'waiting' THEN (SELECT count(*)::integer FROM seat_reservation w WHERE w.org_id = s.org_id
        AND w.run_id = s.run_id AND w.kind = s.kind AND w.status = 'waiting' AND w.waiting_number < s.waiting_number)
        ELSE 0 END AS ahead
    FROM seat_reservation s
    JOIN shuttle_run r ON r.org_id = s.org_id AND r.run_id = s.run_id
    JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id
    JOIN shuttle_setting o ON o.org_id = s.org_id
    LEFT JOIN trip_change c ON c.org_id = r.org_id AND c.day = r.day AND c.trip_id = r.trip_id AND c.starts_at_seconds = -1
    LEFT JOIN timetable t ON t.org_id = r.org_id AND t.status = 'published'
    LEFT JOIN timetable_route l ON l.org_id = t.org_id AND l.timetable_key = t.timetable_key AND l.route_id = r.route_id
    LEFT JOIN assignment_of_run(r.org_id, r.trip_id, r.day) a ON true
    LEFT JOIN shuttle_vehicle v ON v.org_id = r.org_id AND v.vehicle_id = a.vehicle_id
    WHERE s.org_id = ${orgId} AND ${where} ORDER BY ${order}`.execute(db)
  return rows.map((row) => seatOf(row, now))
}

/** One seat of the asker: as its `rider` only, or also as who `made` it, or as whoever runs the shuttle (`fleet`). */
export async function findMySeat(
  asked: Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>,
  reservationId: string,
  as: 'rider' | 'maker' | 'fleet',
): Promise<FoundMySeat | undefined> {
  const { personId, duties } = asked.person
  const isFleet = as === 'fleet' && (duties.has('fleet') || duties.has('manager') || duties.has('admin'))
  const [found] = await readMySeats(
    asked,
    sql`s.reservation_id = ${reservationId}::uuid AND (${isFleet} OR s.person_id = ${personId}::uuid
      OR (${as !== 'rider'} AND s.made_by = ${personId}::uuid))`,
    sql`s.reservation_id`,
  )
  return found
}
