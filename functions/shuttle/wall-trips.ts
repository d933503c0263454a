import { sql } from 'kysely'
import type { SheetTrip } from '../../contract/shuttle-timetables'
import type { Db } from '../../database/connect'

/** A trip as it is shown on the wall. */
export interface WallTrip
  extends Pick<SheetTrip, 'route' | 'direction' | 'rule' | 'weekdays' | 'plate' | 'driver' | 'driverPhone'> {
  seats: number | null
  times: { stop: string; departure: number; isGuessed: boolean }[]
  headways: { seconds: number; from: number; until: number }[]
}

/** A wall is not larger: such a timetable is given as a feed. */
export const mostWallTrips = 2000

/** The trips of a timetable by line, direction and first departure; one more than the most when there are more. */
export async function readWallTrips(
  db: Db,
  { orgId, timetableKey }: { orgId: number; timetableKey: number },
): Promise<WallTrip[]> {
  const { rows } = await sql<WallTrip>`
    WITH p AS MATERIALIZED (SELECT * FROM timetable_trip WHERE org_id = ${orgId} AND timetable_key = ${timetableKey}
      LIMIT ${mostWallTrips + 1})
    SELECT coalesce(nullif(r.short_name, ''), nullif(r.long_name, ''), r.route_id) AS route,
      CASE WHEN t.source = 'sheet' AND p.short_name <> '' THEN p.short_name ELSE p.headsign END AS direction,
      v.rule, v.weekdays, p.plate, p.seats, p.driver, p.driver_phone AS "driverPhone", x.times,
      coalesce(f.headways, '[]') AS headways
    FROM p JOIN timetable t USING (org_id, timetable_key)
    JOIN timetable_route r USING (org_id, timetable_key, route_key)
    JOIN timetable_service v USING (org_id, timetable_key, service_key)
    JOIN LATERAL (SELECT min(x.departure) AS first, json_agg(json_build_object('stop',
        coalesce(nullif(s.name, ''), s.stop_id), 'departure', x.departure, 'isGuessed', x.is_guessed)
        ORDER BY x.stop_sequence) AS times
      FROM stop_time x JOIN timetable_stop s ON s.org_id = x.org_id AND s.timetable_key = x.timetable_key
        AND s.stop_key = x.stop_key
      WHERE x.org_id = p.org_id AND x.timetable_key = p.timetable_key AND x.trip_key = p.trip_key) x ON x.times IS NOT NULL
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('seconds', f.headway, 'from', f.starts_at, 'until', f.ends_at)
        ORDER BY f.starts_at) AS headways
      FROM trip_frequency f WHERE f.org_id = p.org_id AND f.timetable_key = p.timetable_key
        AND f.trip_key = p.trip_key) f ON true
    ORDER BY r.sort_order, r.route_key, coalesce(p.direction_id, 0), x.first, p.trip_key`.execute(db)
  return rows
}
