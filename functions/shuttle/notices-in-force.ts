import type { Pool } from 'pg'
import type { ShuttleNotice } from '../../contract/shuttle-words'
import type { Day } from '../../contract/zone'

const noticesOfDay = {
  name: 'shuttle-notices-of-day',
  text: `SELECT n.notice_id AS "noticeId", n.route_ids AS "routeIds", n.title, n.body, n.from_day::text AS "from",
      n.until_day::text AS until
    FROM shuttle_notice n
    WHERE n.org_id = $1 AND n.until_day >= $2::date AND n.from_day <= $2::date
    ORDER BY n.created_at DESC, n.notice_id LIMIT 50`,
}

/** Notices of a day, newest first, at most 50. */
export async function noticesOn(pool: Pool, orgId: number, day: Day): Promise<ShuttleNotice[]> {
  return (await pool.query<ShuttleNotice>({ ...noticesOfDay, values: [orgId, day] })).rows
}

const routesAtStops = {
  name: 'routes-at-stops',
  text: `SELECT r.route_id AS "routeId" FROM timetable_route r
    WHERE r.org_id = $1 AND r.timetable_key = $2 AND r.route_id = ANY ($4::text[]) AND EXISTS (
      SELECT FROM timetable_trip p JOIN stop_time x ON x.org_id = $1 AND x.timetable_key = $2
        AND x.trip_key = p.trip_key AND x.stop_key = ANY ($3::integer[])
      WHERE p.org_id = $1 AND p.timetable_key = $2 AND p.route_key = r.route_key)`,
}

/** Those notices that concern stops: of all lines, or of lines that ever stop there, running today or suspended. */
export async function noticesAtStops(
  pool: Pool,
  { orgId, timetableKey, stopKeys }: { orgId: number; timetableKey: number; stopKeys: readonly number[] },
  notices: readonly ShuttleNotice[],
): Promise<ShuttleNotice[]> {
  const named = [...new Set(notices.flatMap(({ routeIds }) => routeIds))]
  if (named.length === 0) return [...notices]
  const { rows } = await pool.query<{ routeId: string }>({
    ...routesAtStops,
    values: [orgId, timetableKey, stopKeys, named],
  })
  const here = new Set(rows.map(({ routeId }) => routeId))
  return notices.filter(({ routeIds }) => routeIds.length === 0 || routeIds.some((routeId) => here.has(routeId)))
}
