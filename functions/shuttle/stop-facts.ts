import type { Pool } from 'pg'

/** A trip with a headway as it passes a stop: it starts from startsAt on every so many seconds, before endsAt. */
export interface HeadwayVisit {
  tripKey: number
  tripId: string
  routeKey: number
  serviceKey: number
  directionId: number | null
  headsign: string
  isWheelchair: boolean
  stopKey: number
  stopSequence: number
  /** Seconds from the start of the trip to its departure here. */
  after: number
  startsAt: number
  endsAt: number
  headway: number
  isExact: boolean
}

/** A service that departs at a stop at fixed times. */
export interface StopService {
  serviceKey: number
  /** The last second of the service day at which it does. */
  lastDeparture: number
  /** The same by line and direction: numbers of lines (`lineNumber`) and, at the same places, the seconds. */
  lines: readonly number[]
  lastOfLines: readonly number[]
}

/** A line with its direction as stop_service has it; without a direction it is the first one's. */
export function lineNumber({ routeKey, directionId }: { routeKey: number; directionId: number | null }): number {
  return routeKey * 2 + (directionId ?? 0)
}

/** What need not be read again of a stop while the timetable stays in force. */
export interface StopFacts {
  services: readonly StopService[]
  headways: readonly HeadwayVisit[]
}

const mostStopsKept = 20_000
// by the timetable they are of: they go with it
const kept = new WeakMap<object, Map<number, StopFacts>>()

/** The timetable whose stops are asked about. */
interface OfTimetable {
  timetableKey: number
  hasHeadways: boolean
}

const servicesOfStops = {
  name: 'services-of-stops',
  text: `SELECT stop_key AS "stopKey", service_key AS "serviceKey", last_departure AS "lastDeparture", lines,
      last_of_lines AS "lastOfLines"
    FROM stop_service WHERE org_id = $1 AND timetable_key = $2 AND stop_key = ANY ($3::integer[])`,
}

/** The name of a trip's last stop; for SQL with a trip `p`. */
export const endOfTrip = `(SELECT l.name FROM stop_time z JOIN timetable_stop l ON l.org_id = z.org_id
  AND l.timetable_key = z.timetable_key AND l.stop_key = z.stop_key
  WHERE z.org_id = p.org_id AND z.timetable_key = p.timetable_key AND z.trip_key = p.trip_key
  ORDER BY z.stop_sequence DESC LIMIT 1)`

const headwaysOfStops = {
  name: 'headways-of-stops',
  text: `SELECT p.trip_key AS "tripKey", p.trip_id AS "tripId", p.route_key AS "routeKey", p.service_key AS "serviceKey",
      p.direction_id AS "directionId", p.wheelchair = 1 AS "isWheelchair",
      coalesce(nullif(x.headsign, ''), nullif(p.headsign, ''), ${endOfTrip}) AS headsign,
      x.stop_key AS "stopKey", x.stop_sequence AS "stopSequence", x.departure - begins.departure AS after,
      f.starts_at AS "startsAt", f.ends_at AS "endsAt", f.headway, f.is_exact AS "isExact"
    FROM stop_time x
    JOIN timetable_trip p ON p.org_id = x.org_id AND p.timetable_key = x.timetable_key AND p.trip_key = x.trip_key
    JOIN trip_frequency f ON f.org_id = x.org_id AND f.timetable_key = x.timetable_key AND f.trip_key = x.trip_key
    JOIN LATERAL (SELECT b.departure FROM stop_time b WHERE b.org_id = x.org_id AND b.timetable_key = x.timetable_key
      AND b.trip_key = x.trip_key ORDER BY b.stop_sequence LIMIT 1) begins ON true
    WHERE x.org_id = $1 AND x.timetable_key = $2 AND x.stop_key = ANY ($3::integer[]) AND x.has_headway
      AND NOT x.is_last AND x.pickup_type <> 1
    ORDER BY p.trip_key, x.stop_sequence, f.starts_at`,
}

/** What is known of stops of the timetable in force, read where it is not known yet. */
export async function stopFacts(
  pool: Pool,
  orgId: number,
  timetable: OfTimetable,
  stopKeys: readonly number[],
): Promise<ReadonlyMap<number, StopFacts>> {
  const { timetableKey, hasHeadways } = timetable
  const stops = kept.get(timetable) ?? new Map<number, StopFacts>()
  kept.set(timetable, stops)
  const unknown = stopKeys.filter((key) => !stops.has(key))
  if (unknown.length > 0) {
    const values = [orgId, timetableKey, unknown]
    const fixed = await pool.query<StopService & { stopKey: number }>({
      ...servicesOfStops,
      values,
    })
    const headways = hasHeadways ? (await pool.query<HeadwayVisit>({ ...headwaysOfStops, values })).rows : []
    if (stops.size > mostStopsKept) stops.clear()
    for (const key of unknown)
      stops.set(key, {
        services: fixed.rows.filter(({ stopKey }) => stopKey === key),
        headways: headways.filter(({ stopKey }) => stopKey === key),
      })
  }
  return new Map(stopKeys.map((key) => [key, stops.get(key) ?? { services: [], headways: [] }]))
}
