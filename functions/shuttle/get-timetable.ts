import { sql } from 'kysely'
import type { ValueOf } from '../../contract/procedure'
import { getTimetable } from '../../contract/shuttle-grid'
import { keeper, refuse } from '../keeper'
import { readServices } from './service-rows'
import { findTimetable, timetableOf } from './timetable-rows'

const mostStops = 2000

type Line = ValueOf<typeof getTimetable>['routes'][number]
type StopRow = { stopId: string; name: string; code: string; lat: number | null; lon: number | null }

export default keeper(getTimetable, async ({ timetableId }, { db, orgId, person }) => {
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  const own = sql`org_id = ${orgId} AND timetable_key = ${found.timetableKey}`
  const { rows: routes } = await sql<Line>`
    SELECT r.route_id AS "routeId", r.short_name AS "shortName", r.long_name AS "longName", r.color,
      r.text_color AS "textColor",
      coalesce((SELECT json_agg(json_build_object('directionId', d.direction, 'headsign', d.headsign, 'trips', d.trips)
          ORDER BY d.direction) FROM (
        SELECT coalesce(p.direction_id, 0) AS direction, min(p.headsign) AS headsign, count(*) AS trips
        FROM timetable_trip p WHERE p.org_id = r.org_id AND p.timetable_key = r.timetable_key
          AND p.route_key = r.route_key GROUP BY 1) d), '[]') AS directions
    FROM timetable_route r WHERE r.org_id = ${orgId} AND r.timetable_key = ${found.timetableKey}
    ORDER BY r.sort_order, r.route_key`.execute(db)
  const { rows: stops } = await sql<StopRow>`
    SELECT stop_id AS "stopId", name, code, lat, lon FROM timetable_stop WHERE ${own} AND location_type = 0
    ORDER BY pinyin, stop_key LIMIT ${mostStops}`.execute(db)
  return {
    timetable: timetableOf(found, person.zone),
    revision: found.revision,
    routes,
    stops: stops.map(({ lat, lon, ...stop }) => ({
      ...stop,
      ...(lat === null ? {} : { lat }),
      ...(lon === null ? {} : { lon }),
    })),
    services: await readServices(db, { orgId, timetableKey: found.timetableKey }),
  }
})
