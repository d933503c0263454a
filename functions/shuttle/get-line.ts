import type { Pool } from 'pg'
import { getLine, type LineTrip } from '../../contract/shuttle'
import { addDays, daysBetween } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { knownStops } from './known-stops'
import { noticesOn } from './notices-in-force'
import { dayIn, formatLocal } from './service-clock'
import { columnsOf, positionsIn } from './stop-patterns'
import { timetableInForce } from './timetable-in-force'
import { type TripChanges, tripChanges } from './trip-changes'

const mostTrips = 300
const daysAhead = 14

interface TripRow {
  tripId: string
  shortName: string
  directionId: number
  headsign: string
  isWheelchair: boolean
  times: { stopId: string; departure: number }[]
  headways: { seconds: number; from: number; until: number }[]
}

const tripsOfLine = {
  name: 'shuttle-trips-of-line',
  text: `SELECT p.trip_id AS "tripId", p.short_name AS "shortName", coalesce(p.direction_id, 0) AS "directionId", p.headsign,
      p.wheelchair = 1 AS "isWheelchair", x.times,
      coalesce((SELECT json_agg(json_build_object('seconds', f.headway, 'from', f.starts_at, 'until', f.ends_at)
        ORDER BY f.starts_at) FROM trip_frequency f WHERE f.org_id = $1 AND f.timetable_key = $2
        AND f.trip_key = p.trip_key), '[]') AS headways
    FROM timetable_trip p
    JOIN LATERAL (SELECT min(x.departure) AS first, json_agg(json_build_object('stopId', s.stop_id, 'departure', x.departure)
        ORDER BY x.stop_sequence) AS times
      FROM stop_time x JOIN timetable_stop s ON s.org_id = $1 AND s.timetable_key = $2 AND s.stop_key = x.stop_key
      WHERE x.org_id = $1 AND x.timetable_key = $2 AND x.trip_key = p.trip_key) x ON x.times IS NOT NULL
    WHERE p.org_id = $1 AND p.timetable_key = $2 AND p.route_key = $3 AND p.service_key = ANY ($4)
    ORDER BY x.first, p.trip_key`,
}

async function readServicesOfLine(pool: Pool, values: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ serviceKey: number }>({
    name: 'shuttle-services-of-line',
    text: `SELECT DISTINCT service_key AS "serviceKey" FROM timetable_trip
      WHERE org_id = $1 AND timetable_key = $2 AND route_key = $3`,
    values: [...values],
  })
  return rows.map(({ serviceKey }) => serviceKey)
}

/** A trip in the columns of its direction; each stretch of a headway is one. */
function shown(trip: TripRow, stopIds: readonly string[], day: string, changes: TripChanges): LineTrip[] {
  const { tripId, shortName, isWheelchair, headways } = trip
  const times = new Array<number | null>(stopIds.length).fill(null)
  const at = positionsIn(
    stopIds,
    trip.times.map(({ stopId }) => stopId),
  )
  for (const [i, { departure }] of trip.times.entries()) times[at[i] ?? 0] = departure
  const { delayMinutes, isCancelled } = changes.of(tripId, day)
  const one = { tripId, shortName, delayMinutes, isCancelled, isWheelchair, times }
  return headways.length === 0 ? [one] : headways.map((headway) => ({ ...one, headway }))
}

export default keeper(getLine, async (input, asked) => {
  const { orgId, now } = asked
  const { pool } = asked.cloud
  const timetable = await timetableInForce(asked)
  const line = timetable?.routes.find(({ routeId }) => routeId === input.routeId)
  if (!timetable || !line) return refuse('NO_SUCH_LINE')
  const { timezone, timetableKey } = timetable
  const { routeKey, isReservable, ...route } = line
  const day = input.day ?? dayIn(now, timezone)
  const where = [orgId, timetableKey, routeKey]
  const { rows } = await pool.query<TripRow>({ ...tripsOfLine, values: [...where, [...timetable.servicesOn(day)]] })
  const changes = await tripChanges(pool, orgId, day, day)
  const services = await readServicesOfLine(pool, where)
  const ids = [...new Set(rows.flatMap(({ times }) => times.map(({ stopId }) => stopId)))]
  const { asked: stops } = await knownStops({ ...asked, pool }, timetableKey, ids)
  const notices = await noticesOn(pool, orgId, day)
  // no day is known after 2100
  const ahead = Math.min(daysAhead, daysBetween(day, '2100-12-31') + 1)
  const days = Array.from({ length: ahead }, (_, i) => addDays(day, i))
  return {
    now: formatLocal(now, timezone),
    day,
    route,
    isReservable,
    directions: [0, 1].flatMap((directionId) => {
      const own = rows.filter((trip) => trip.directionId === directionId).slice(0, mostTrips)
      if (own.length === 0) return []
      const stopIds = columnsOf(own.map(({ times }) => times.map(({ stopId }) => stopId)))
      const last = stops.get(stopIds[stopIds.length - 1] ?? '')?.stop.name ?? ''
      return [
        {
          directionId,
          headsign: own.find(({ headsign }) => headsign !== '')?.headsign ?? last,
          stops: stopIds.map((stopId) => stops.get(stopId)?.stop ?? { stopId, name: stopId, code: '' }),
          trips: own.flatMap((trip) => shown(trip, stopIds, day, changes)),
        },
      ]
    }),
    notices: notices.filter(({ routeIds }) => routeIds.length === 0 || routeIds.includes(route.routeId)),
    runsOn: days.filter((one) => services.some((serviceKey) => timetable.servicesOn(one).has(serviceKey))),
  }
})
