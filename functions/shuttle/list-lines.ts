import type { Pool } from 'pg'
import type { ValueOf } from '../../contract/procedure'
import { listLines } from '../../contract/shuttle'
import { dayOf } from '../../contract/zone'
import { keeper } from '../keeper'
import { noticesOn } from './notices-in-force'
import { dayIn, formatLocal, serviceInstant } from './service-clock'
import { type TimetableInForce, timetableInForce } from './timetable-in-force'

interface LineService {
  routeKey: number
  serviceKey: number
  trips: number
  first: number
  last: number
  /** Names of the ends of its longest trip, and how long that is. */
  ends: string[]
  stops: number
}

// a headway counts from its first start to its last
const servicesOfLines = {
  name: 'shuttle-services-of-lines',
  text: `SELECT p.route_key AS "routeKey", p.service_key AS "serviceKey", count(*)::integer AS trips, min(b.first) AS first,
      max(b.last) AS last, (array_agg(ARRAY[b.begins, b.ends] ORDER BY b.stops DESC, p.trip_key))[1:1] AS ends,
      max(b.stops) AS stops
    FROM timetable_trip p
    JOIN LATERAL (
      SELECT coalesce(f.first, x.departure) AS first, coalesce(f.last, x.departure) AS last, s.name AS begins, e.name AS ends,
        y.stop_sequence AS stops
      FROM (SELECT departure, stop_key FROM stop_time x WHERE x.org_id = $1 AND x.timetable_key = $2
          AND x.trip_key = p.trip_key ORDER BY x.stop_sequence LIMIT 1) x
      CROSS JOIN (SELECT stop_sequence, stop_key FROM stop_time y WHERE y.org_id = $1 AND y.timetable_key = $2
          AND y.trip_key = p.trip_key ORDER BY y.stop_sequence DESC LIMIT 1) y
      JOIN timetable_stop s ON s.org_id = $1 AND s.timetable_key = $2 AND s.stop_key = x.stop_key
      JOIN timetable_stop e ON e.org_id = $1 AND e.timetable_key = $2 AND e.stop_key = y.stop_key
      CROSS JOIN (SELECT min(starts_at) AS first,
          max(starts_at + (ends_at - 1 - starts_at) / headway * headway) AS last
        FROM trip_frequency f WHERE f.org_id = $1 AND f.timetable_key = $2 AND f.trip_key = p.trip_key) f) b ON true
    WHERE p.org_id = $1 AND p.timetable_key = $2
    GROUP BY p.route_key, p.service_key ORDER BY p.route_key, p.service_key`,
}

// every trip is looked at for it: once for each timetable, not for each reader
const kept = new WeakMap<TimetableInForce, Promise<LineService[]>>()

function readServices(pool: Pool, orgId: number, timetable: TimetableInForce): Promise<LineService[]> {
  const known = kept.get(timetable)
  if (known) return known
  const reading = pool
    .query<LineService>({ ...servicesOfLines, values: [orgId, timetable.timetableKey] })
    // one row of two names
    .then(({ rows }) => rows.map((row) => ({ ...row, ends: row.ends.flat() })))
  kept.set(timetable, reading)
  reading.catch(() => kept.delete(timetable))
  return reading
}

export default keeper(listLines, async (input, asked) => {
  const { orgId, now, person } = asked
  const { pool } = asked.cloud
  const timetable = await timetableInForce(asked)
  const day = input.day ?? (timetable ? dayIn(now, timetable.timezone) : dayOf(now, person.zone))
  const notices = await noticesOn(pool, orgId, day)
  if (!timetable) return { day, lines: [], notices }
  const { timezone, routes } = timetable
  const services = await readServices(pool, orgId, timetable)
  const ofLine = new Map<number, LineService[]>()
  for (const service of services) ofLine.set(service.routeKey, [...(ofLine.get(service.routeKey) ?? []), service])
  const at = (seconds: number) => formatLocal(serviceInstant(day, seconds, timezone), timezone)
  const lines = routes.map(({ routeKey, ...route }): ValueOf<typeof listLines>['lines'][number] => {
    const all = ofLine.get(routeKey) ?? []
    const running = all.filter(({ serviceKey }) => timetable.servicesOn(day).has(serviceKey))
    const longest = [...all].sort((a, b) => b.stops - a.stops)[0]
    const times =
      running.length === 0
        ? {}
        : {
            firstAt: at(Math.min(...running.map(({ first }) => first))),
            lastAt: at(Math.max(...running.map(({ last }) => last))),
          }
    const trips = running.reduce((sum, service) => sum + service.trips, 0)
    return { ...route, runs: trips > 0, ...times, trips, ends: longest?.ends ?? [] }
  })
  return { day, lines, notices }
})
