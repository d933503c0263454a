import { sql } from 'kysely'
import type { Db } from '../../database/connect'

/** A stop time of a trip as a grid keeps it, with what the grid does not show. */
export interface GridTime {
  stopId: string
  arrival: number
  departure: number
  isGuessed: boolean
  pickupType: number
  dropOffType: number
  headsign: string | null
  more: unknown
}

/** A trip of a line and direction with its times. */
export interface GridTripRow {
  tripKey: number
  tripId: string
  serviceId: string
  headsign: string
  /** As the feed says it: 0 unknown, 1 yes, 2 no. */
  wheelchair: number
  plate: string
  seats: number | null
  driver: string
  times: GridTime[]
  headways: { seconds: number; from: number; until: number; isExact: boolean }[]
}

/** The key of a line; undefined when the timetable has none of this id. */
export async function findRouteKey(
  db: Db,
  { orgId, timetableKey }: { orgId: number; timetableKey: number },
  routeId: string,
): Promise<number | undefined> {
  const route = await db
    .selectFrom('timetableRoute')
    .select('routeKey')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .where('routeId', '=', routeId)
    .executeTakeFirst()
  return route?.routeKey
}

/** The trips of a line in one direction by their first departure; one without a direction is of direction 0. At most `limit`. */
export async function readGridTrips(
  db: Db,
  { orgId, timetableKey }: { orgId: number; timetableKey: number },
  { routeKey, directionId }: { routeKey: number; directionId: number },
  limit: number,
): Promise<GridTripRow[]> {
  const { rows } = await sql<GridTripRow>`
    SELECT p.trip_key AS "tripKey", p.trip_id AS "tripId", v.service_id AS "serviceId", p.headsign,
      p.wheelchair, p.plate, p.seats, p.driver, x.times, coalesce(f.headways, '[]') AS headways
    FROM timetable_trip p
    JOIN timetable_service v ON v.org_id = p.org_id AND v.timetable_key = p.timetable_key AND v.service_key = p.service_key
    JOIN LATERAL (SELECT min(x.departure) AS first, json_agg(json_build_object('stopId', s.stop_id, 'arrival', x.arrival,
        'departure', x.departure, 'isGuessed', x.is_guessed, 'pickupType', x.pickup_type, 'dropOffType', x.drop_off_type,
        'headsign', x.headsign, 'more', x.more) ORDER BY x.stop_sequence) AS times
      FROM stop_time x JOIN timetable_stop s ON s.org_id = x.org_id AND s.timetable_key = x.timetable_key
        AND s.stop_key = x.stop_key
      WHERE x.org_id = p.org_id AND x.timetable_key = p.timetable_key AND x.trip_key = p.trip_key) x ON x.times IS NOT NULL
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('seconds', f.headway, 'from', f.starts_at, 'until', f.ends_at,
        'isExact', f.is_exact) ORDER BY f.starts_at) AS headways
      FROM trip_frequency f WHERE f.org_id = p.org_id AND f.timetable_key = p.timetable_key
        AND f.trip_key = p.trip_key) f ON true
    WHERE p.org_id = ${orgId} AND p.timetable_key = ${timetableKey} AND p.route_key = ${routeKey}
      AND coalesce(p.direction_id, 0) = ${directionId}
    ORDER BY x.first, p.trip_key LIMIT ${limit}`.execute(db)
  return rows
}
