import type { Pool } from 'pg'
import { findTrips } from '../../contract/shuttle'
import { parseInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { routesOf } from './get-departures'
import { knownStops } from './known-stops'
import { departuresOf, nextVisits } from './next-departures'
import { formatLocal, serviceInstant } from './service-clock'
import { timetableInForce } from './timetable-in-force'
import type { TimedVisit } from './visit'

/** Where a trip that leaves one stop arrives at the other, and how many stops on. */
interface Ride {
  tripKey: number
  fromSequence: number
  arrival: number
  /** Departure at the first stop, from which a headway counts. */
  begins: number
  stops: number
}

const ridesBetween = {
  name: 'rides-between-stops',
  text: `SELECT a.trip_key AS "tripKey", a.stop_sequence AS "fromSequence", b.arrival,
      (SELECT z.departure FROM stop_time z WHERE z.org_id = $1 AND z.timetable_key = $2 AND z.trip_key = a.trip_key
        ORDER BY z.stop_sequence LIMIT 1) AS begins,
      (SELECT count(*)::integer FROM stop_time z WHERE z.org_id = $1 AND z.timetable_key = $2 AND z.trip_key = a.trip_key
        AND z.stop_sequence > a.stop_sequence AND z.stop_sequence <= b.stop_sequence) AS stops
    FROM stop_time a
    JOIN LATERAL (SELECT b.arrival, b.stop_sequence FROM stop_time b WHERE b.org_id = $1 AND b.timetable_key = $2
      AND b.trip_key = a.trip_key AND b.stop_key = ANY ($4::integer[]) AND b.stop_sequence > a.stop_sequence
      AND b.drop_off_type <> 1 ORDER BY b.stop_sequence LIMIT 1) b ON true
    WHERE a.org_id = $1 AND a.timetable_key = $2 AND a.stop_key = ANY ($3::integer[]) AND NOT a.is_last
      AND a.pickup_type <> 1`,
}

/** At a stop with many lines more departures are looked through before the wanted number is found. */
const looks = [50, 200, 800]

async function readRides(pool: Pool, orgId: number, timetableKey: number, from: number[], to: number[]) {
  const { rows } = await pool.query<Ride>({ ...ridesBetween, values: [orgId, timetableKey, from, to] })
  return new Map(rows.map((ride) => [`${ride.tripKey} ${ride.fromSequence}`, ride]))
}

export default keeper(findTrips, async (input, asked) => {
  const { orgId, now } = asked
  const { pool } = asked.cloud
  const { fromStopId, toStopId, limit } = input
  if (fromStopId === toStopId) return refuse('SAME_STOP')
  const timetable = await timetableInForce(asked)
  if (!timetable) return refuse('NO_SUCH_STOP')
  const { timetableKey, timezone } = timetable
  const { asked: known } = await knownStops({ ...asked, pool }, timetableKey, [fromStopId, toStopId])
  const [here, there] = [known.get(fromStopId), known.get(toStopId)]
  if (!here || !there) return refuse('NO_SUCH_STOP')
  const stopKeys = [...here.platforms.keys()]
  const rides = await readRides(pool, orgId, timetableKey, stopKeys, [...there.platforms.keys()])
  const from = input.from === undefined ? now : (parseInstant(input.from) ?? now)
  const rideOf = ({ tripKey, stopSequence }: TimedVisit) => rides.get(`${tripKey} ${stopSequence}`)
  let found: TimedVisit[] = []
  for (const look of rides.size === 0 ? [] : looks) {
    const visits = await nextVisits({ pool, orgId, timetable, stopKeys, from, limit: look })
    found = visits.filter(rideOf).slice(0, limit)
    if (found.length === limit || visits.length < look) break
  }
  const departures = await departuresOf({ pool, orgId, timetable }, found, here.platforms)
  return {
    now: formatLocal(now, timezone),
    fromStop: here.stop,
    toStop: there.stop,
    trips: departures.map((departure, i) => {
      const visit = found[i] as TimedVisit
      const ride = rideOf(visit) as Ride
      const shift = visit.startsAtSeconds === undefined ? 0 : visit.startsAtSeconds - ride.begins
      const arrivesAt = serviceInstant(visit.day, ride.arrival + shift, timezone) + departure.delayMinutes * 60_000
      return { ...departure, arrivesAt: formatLocal(arrivesAt, timezone), stops: ride.stops }
    }),
    routes: routesOf(timetable, departures),
  }
})
