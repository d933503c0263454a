import type { Pool } from 'pg'
import type { Day } from '../../contract/zone'
import { type HeadwayVisit, type StopFacts, stopFacts } from './stop-facts'
import type { TimetableInForce } from './timetable-in-force'

interface OnLine {
  routeKey: number
  directionId: number | null
}

const lineKey = ({ routeKey, directionId }: OnLine) => `${routeKey} ${directionId ?? 0}`

const lastOfServices = {
  name: 'last-departures',
  text: `SELECT x.stop_key AS "stopKey", x.service_key AS "serviceKey", p.route_key AS "routeKey",
      coalesce(p.direction_id, 0) AS "directionId", max(x.departure) AS last
    FROM unnest($3::integer[], $4::integer[]) AS a (stop_key, service_key)
    JOIN stop_time x ON x.org_id = $1 AND x.timetable_key = $2 AND x.stop_key = a.stop_key
      AND x.service_key = a.service_key AND NOT x.is_last AND NOT x.has_headway AND x.pickup_type <> 1
    JOIN timetable_trip p ON p.org_id = $1 AND p.timetable_key = $2 AND p.trip_key = x.trip_key
    GROUP BY 1, 2, 3, 4`,
}

/** The second at which the last start of a headway passes a stop. */
function lastPassing({ startsAt, endsAt, headway, after }: HeadwayVisit): number {
  return startsAt + Math.floor((endsAt - 1 - startsAt) / headway) * headway + after
}

/** Reads the last departures of services at stops that were not asked for before. */
async function readMissing(
  pool: Pool,
  values: readonly number[],
  facts: ReadonlyMap<number, StopFacts>,
  missing: readonly { stopKey: number; serviceKey: number }[],
): Promise<void> {
  const { rows } = await pool.query<OnLine & { stopKey: number; serviceKey: number; last: number }>({
    ...lastOfServices,
    values: [...values, missing.map(({ stopKey }) => stopKey), missing.map(({ serviceKey }) => serviceKey)],
  })
  for (const { stopKey, serviceKey } of missing) {
    const own = rows.filter((row) => row.stopKey === stopKey && row.serviceKey === serviceKey)
    facts.get(stopKey)?.lasts.set(serviceKey, new Map(own.map((row) => [lineKey(row), row.last])))
  }
}

/** Whether a departure is the last of its line and direction on its day at its stop. */
export async function lastsAmong(
  pool: Pool,
  orgId: number,
  timetable: TimetableInForce,
  visits: readonly { stopKey: number; day: Day }[],
): Promise<(visit: OnLine & { stopKey: number; day: Day; seconds: number }) => boolean> {
  const facts = await stopFacts(pool, orgId, timetable, [...new Set(visits.map(({ stopKey }) => stopKey))])
  const running = (day: Day, stop: StopFacts | undefined) =>
    (stop?.services ?? []).filter(({ serviceKey }) => timetable.servicesOn(day).has(serviceKey))
  const missing = new Map<string, { stopKey: number; serviceKey: number }>()
  for (const { stopKey, day } of visits)
    for (const { serviceKey } of running(day, facts.get(stopKey)))
      if (!facts.get(stopKey)?.lasts.has(serviceKey)) missing.set(`${stopKey} ${serviceKey}`, { stopKey, serviceKey })
  if (missing.size > 0) await readMissing(pool, [orgId, timetable.timetableKey], facts, [...missing.values()])
  return ({ stopKey, day, seconds, ...line }) => {
    const stop = facts.get(stopKey)
    const key = lineKey(line)
    const isLater = ({ serviceKey }: { serviceKey: number }) => (stop?.lasts.get(serviceKey)?.get(key) ?? -1) > seconds
    return !(
      running(day, stop).some(isLater) ||
      stop?.headways.some(
        (visit) =>
          timetable.servicesOn(day).has(visit.serviceKey) && lineKey(visit) === key && lastPassing(visit) > seconds,
      )
    )
  }
}
