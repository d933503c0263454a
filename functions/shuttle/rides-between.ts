import type { Pool } from 'pg'
import { addDays } from '../../contract/zone'
import { headwayStarts } from './headway-starts'
import { daysAhead, daysBehind, type NextWish } from './next-departures'
import { dayIn, serviceInstant } from './service-clock'
import { endOfTrip, stopFacts } from './stop-facts'
import { tripChanges } from './trip-changes'
import { byDeparture, type TimedVisit, timed, type Visit } from './visit'

interface RideRow extends Omit<Visit, 'day'> {
  serviceKey: number
  hasHeadway: boolean
  /** By the timetable, of a headway as if it started at its written time. */
  arrival: number
  stops: number
}

/** A departure with its arrival, delay included (epoch ms), and how many stops on that is. */
export interface Ride extends TimedVisit {
  arrivesAt: number
  stops: number
}

// the two halves are the two indexes that stop_time has by stop
const departuresHere = (isHeadway: boolean) => `SELECT x.* FROM stop_time x WHERE x.org_id = $1
  AND x.timetable_key = $2 AND x.stop_key = ANY ($3::integer[]) AND NOT x.is_last AND x.pickup_type <> 1
  AND ${isHeadway ? '' : 'NOT '}x.has_headway`

const ridesBetween = {
  name: 'rides-between-stops',
  text: `SELECT p.trip_key AS "tripKey", p.trip_id AS "tripId", p.route_key AS "routeKey", p.service_key AS "serviceKey",
      p.direction_id AS "directionId", p.wheelchair = 1 AS "isWheelchair", p.has_headway AS "hasHeadway",
      coalesce(nullif(a.headsign, ''), nullif(p.headsign, ''), ${endOfTrip}) AS headsign,
      a.stop_key AS "stopKey", a.stop_sequence AS "stopSequence", a.departure AS seconds, b.arrival,
      (SELECT count(*)::integer FROM stop_time z WHERE z.org_id = $1 AND z.timetable_key = $2 AND z.trip_key = a.trip_key
        AND z.stop_sequence > a.stop_sequence AND z.stop_sequence <= b.stop_sequence) AS stops
    FROM (${departuresHere(false)} UNION ALL ${departuresHere(true)}) a
    JOIN LATERAL (SELECT b.arrival, b.stop_sequence FROM stop_time b WHERE b.org_id = $1 AND b.timetable_key = $2
      AND b.trip_key = a.trip_key AND b.stop_key = ANY ($4::integer[]) AND b.stop_sequence > a.stop_sequence
      AND b.drop_off_type <> 1 ORDER BY b.stop_sequence LIMIT 1) b ON true
    JOIN timetable_trip p ON p.org_id = $1 AND p.timetable_key = $2 AND p.trip_key = a.trip_key`,
}

async function readRides(pool: Pool, values: readonly unknown[]): Promise<ReadonlyMap<string, RideRow>> {
  const { rows } = await pool.query<RideRow>({ ...ridesBetween, values: [...values] })
  return new Map(rows.map((ride) => [`${ride.tripKey} ${ride.stopSequence}`, ride]))
}

/**
 * The next trips that leave one of some stops and pass one of others later, without changing: of the same days as the next
 * departures of a stop, and in their order.
 */
export async function nextRides(wish: NextWish, toKeys: readonly number[]): Promise<Ride[]> {
  const { pool, orgId, timetable, stopKeys, from, limit } = wish
  const { timezone, timetableKey } = timetable
  const rides = await readRides(pool, [orgId, timetableKey, stopKeys, toKeys])
  if (rides.size === 0) return []
  const first = addDays(dayIn(from, timezone), -daysBehind)
  const days = Array.from({ length: daysBehind + 1 + daysAhead }, (_, i) => addDays(first, i))
  const changes = await tripChanges(pool, orgId, first, days[days.length - 1] ?? first)
  const facts = await stopFacts(pool, orgId, timetable, stopKeys)
  const rideOf = ({ tripKey, stopSequence }: { tripKey: number; stopSequence: number }) =>
    rides.get(`${tripKey} ${stopSequence}`)
  const headways = [...facts.values()].flatMap((stop) => stop.headways.filter(rideOf))
  const visits = days.flatMap((day): Visit[] => {
    const running = timetable.servicesOn(day)
    const isRunning = ({ serviceKey }: { serviceKey: number }) => running.has(serviceKey)
    const fixed = [...rides.values()].filter((ride) => !ride.hasHeadway && isRunning(ride))
    return [
      ...fixed.map((ride) => ({ ...ride, day })),
      ...headwayStarts(headways.filter(isRunning), day, { from, most: limit, timezone, changes }),
    ]
  })
  return visits
    .map((visit) => timed(visit, timezone, changes))
    .filter(({ departsAt }) => departsAt >= from)
    .sort(byDeparture)
    .slice(0, limit)
    .map((visit) => {
      const { arrival, seconds, stops } = rideOf(visit) as RideRow
      const arrives = serviceInstant(visit.day, visit.seconds + arrival - seconds, timezone)
      return { ...visit, stops, arrivesAt: arrives + visit.departsAt - visit.scheduledAt }
    })
}
