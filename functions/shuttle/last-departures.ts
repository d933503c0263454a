import type { Pool } from 'pg'
import type { Day } from '../../contract/zone'
import { type HeadwayVisit, type StopFacts, stopFacts } from './stop-facts'
import type { TimetableInForce } from './timetable-in-force'

/** A line and direction, as the last departures are kept by. */
export function lineKey({ routeKey, directionId }: { routeKey: number; directionId: number | null }): string {
  return `${routeKey} ${directionId ?? 0}`
}

const lastOfServices = {
  name: 'last-departures',
  text: `SELECT a.number, p.route_key AS "routeKey", coalesce(p.direction_id, 0) AS "directionId", max(x.departure) AS last
    FROM unnest($3::integer[], $4::integer[], $5::integer[]) AS a (number, stop_key, service_key)
    JOIN stop_time x ON x.org_id = $1 AND x.timetable_key = $2 AND x.stop_key = a.stop_key
      AND x.service_key = a.service_key AND NOT x.is_last AND NOT x.has_headway AND x.pickup_type <> 1
    JOIN timetable_trip p ON p.org_id = $1 AND p.timetable_key = $2 AND p.trip_key = x.trip_key
    GROUP BY 1, 2, 3`,
}

/** The second at which the last start of a headway passes a stop. */
function lastPassing({ startsAt, endsAt, headway, after }: HeadwayVisit): number {
  return startsAt + Math.floor((endsAt - 1 - startsAt) / headway) * headway + after
}

/** Reads what is not kept yet of the last departures at stops on days: of each line and direction, by lineKey. */
export async function readLasts(
  pool: Pool,
  orgId: number,
  timetable: TimetableInForce,
  wanted: readonly { stopKey: number; day: Day }[],
): Promise<ReadonlyMap<number, StopFacts>> {
  const facts = await stopFacts(pool, orgId, timetable, [...new Set(wanted.map(({ stopKey }) => stopKey))])
  const missing = [...new Map(wanted.map((one) => [`${one.stopKey} ${one.day}`, one])).values()].filter(
    ({ stopKey, day }) => !facts.get(stopKey)?.lasts.has(day),
  )
  if (missing.length === 0) return facts
  const asked = missing.flatMap(({ stopKey, day }, number) =>
    (facts.get(stopKey)?.services ?? [])
      .filter(({ serviceKey }) => timetable.servicesOn(day).has(serviceKey))
      .map(({ serviceKey }) => ({ number, stopKey, serviceKey })),
  )
  const { rows } = await pool.query<{ number: number; routeKey: number; directionId: number; last: number }>({
    ...lastOfServices,
    values: [
      orgId,
      timetable.timetableKey,
      asked.map(({ number }) => number),
      asked.map(({ stopKey }) => stopKey),
      asked.map(({ serviceKey }) => serviceKey),
    ],
  })
  for (const [number, { stopKey, day }] of missing.entries()) {
    const lasts = new Map<string, number>()
    const see = (key: string, last: number) => lasts.set(key, Math.max(last, lasts.get(key) ?? 0))
    for (const row of rows) if (row.number === number) see(lineKey(row), row.last)
    for (const visit of facts.get(stopKey)?.headways ?? [])
      if (timetable.servicesOn(day).has(visit.serviceKey)) see(lineKey(visit), lastPassing(visit))
    facts.get(stopKey)?.lasts.set(day, lasts)
  }
  return facts
}
