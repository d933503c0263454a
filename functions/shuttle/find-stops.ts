import { sql } from 'kysely'
import * as v from 'valibot'
import type { ValueOf } from '../../contract/procedure'
import { findStops } from '../../contract/shuttle'
import { cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { timetableInForce } from './timetable-in-force'

type Item = ValueOf<typeof findStops>['items'][number]
type StopRow = Omit<Item, 'lat' | 'lon'> & { lat: number | null; lon: number | null; fit: number; pinyin: string }

const place = v.tuple([v.pipe(v.number(), v.integer()), cursorText, cursorText])

// stop_time has an index by stop for each of the two
const tripsAt = (isHeadway: boolean) => sql`SELECT x.trip_key FROM stop_time x WHERE x.org_id = s.org_id
  AND x.timetable_key = s.timetable_key AND x.stop_key = k.stop_key AND NOT x.is_last AND x.pickup_type <> 1
  AND ${isHeadway ? sql`x.has_headway` : sql`NOT x.has_headway`}`

export default keeper(findStops, async ({ query, cursor, limit }, asked) => {
  const { db, orgId, person } = asked
  const timetable = await timetableInForce(asked)
  if (!timetable) return { items: [] }
  const q = query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const [fit, pinyin, id] = readCursor(cursor, place) ?? []
  // exactly, from the beginning, somewhere inside; a platform is found by its station
  const { rows } = await sql<StopRow>`
    SELECT * FROM (
      SELECT s.stop_id AS "stopId", s.name, s.code, s.lat, s.lon, s.pinyin, k.stop_id IS NOT NULL AS "isFavourite",
        CASE WHEN ${q} IN (lower(s.name), s.pinyin, s.initials, lower(s.code)) THEN 0
          WHEN starts_with(lower(s.name), ${q}) OR starts_with(s.pinyin, ${q}) OR starts_with(s.initials, ${q}) THEN 1
          ELSE 2 END AS fit,
        ARRAY(SELECT DISTINCT coalesce(nullif(r.short_name, ''), r.long_name)
          FROM (SELECT s.stop_key UNION ALL SELECT c.stop_key FROM timetable_stop c WHERE c.org_id = s.org_id
            AND c.timetable_key = s.timetable_key AND c.parent_key = s.stop_key) k (stop_key)
          CROSS JOIN LATERAL (${tripsAt(false)} UNION ALL ${tripsAt(true)}) x
          JOIN timetable_trip p ON p.org_id = s.org_id AND p.timetable_key = s.timetable_key AND p.trip_key = x.trip_key
          JOIN timetable_route r ON r.org_id = p.org_id AND r.timetable_key = p.timetable_key AND r.route_key = p.route_key
          ORDER BY 1) AS routes
      FROM timetable_stop s
      LEFT JOIN kept_stop k ON k.org_id = s.org_id AND k.person_id = ${person.personId}::uuid AND k.stop_id = s.stop_id
      WHERE s.org_id = ${orgId} AND s.timetable_key = ${timetable.timetableKey}
        AND (s.location_type = 1 OR s.location_type = 0 AND s.parent_key IS NULL)
        AND (strpos(lower(s.name), ${q}) > 0 OR strpos(s.pinyin, ${q}) > 0 OR strpos(s.initials, ${q}) > 0
          OR strpos(lower(s.code), ${q}) > 0)) found
    WHERE ${fit === undefined} OR (fit, pinyin, "stopId") > (${fit ?? 0}::integer, ${pinyin ?? ''}, ${id ?? ''})
    ORDER BY fit, pinyin, "stopId" LIMIT ${limit + 1}`.execute(db)
  const page = pageOut(rows, limit, (row) => [row.fit, row.pinyin, row.stopId])
  return {
    items: page.rows.map(({ fit: _fit, pinyin: _pinyin, lat, lon, ...stop }) => ({
      ...stop,
      ...(lat === null ? {} : { lat }),
      ...(lon === null ? {} : { lon }),
    })),
    nextCursor: page.nextCursor,
  }
})
