import type { ValueOf } from '../../contract/procedure'
import { listLines } from '../../contract/shuttle'
import { dayOf } from '../../contract/zone'
import { keeper } from '../keeper'
import { noticesOn } from './notices-in-force'
import { dayIn, formatLocal, serviceInstant } from './service-clock'
import { timetableInForce } from './timetable-in-force'

interface LineDay {
  routeKey: number
  trips: number
  first: number | null
  last: number | null
  ends: string[]
}

// a headway counts from its first start to its last; the longest trip tells the ends
const linesOfDay = {
  name: 'shuttle-lines-of-day',
  text: `SELECT p.route_key AS "routeKey", (count(*) FILTER (WHERE p.service_key = ANY ($3)))::integer AS trips,
      min(b.first) FILTER (WHERE p.service_key = ANY ($3)) AS first,
      max(b.last) FILTER (WHERE p.service_key = ANY ($3)) AS last,
      (array_agg(ARRAY[b.begins, b.ends] ORDER BY b.stops DESC, p.trip_key))[1:1] AS ends
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
    GROUP BY p.route_key`,
}

export default keeper(listLines, async (input, asked) => {
  const { orgId, now, person } = asked
  const { pool } = asked.cloud
  const timetable = await timetableInForce(asked)
  const day = input.day ?? (timetable ? dayIn(now, timetable.timezone) : dayOf(now, person.zone))
  const notices = await noticesOn(pool, orgId, day)
  if (!timetable) return { day, lines: [], notices }
  const { timezone, timetableKey, routes } = timetable
  const values = [orgId, timetableKey, [...timetable.servicesOn(day)]]
  const { rows } = await pool.query<LineDay>({ ...linesOfDay, values })
  const ofKey = new Map(rows.map((row) => [row.routeKey, row]))
  const at = (seconds: number) => formatLocal(serviceInstant(day, seconds, timezone), timezone)
  const lines = routes.map(({ routeKey, ...route }): ValueOf<typeof listLines>['lines'][number] => {
    const { trips = 0, first = null, last = null, ends = [] } = ofKey.get(routeKey) ?? {}
    return {
      ...route,
      runs: trips > 0,
      ...(first === null ? {} : { firstAt: at(first) }),
      ...(last === null ? {} : { lastAt: at(last) }),
      trips,
      // one row of two names
      ends: ends.flat(),
    }
  })
  return { day, lines, notices }
})
