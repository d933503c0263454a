import type { Pool } from 'pg'
import type { Day } from '../../contract/zone'
import { serviceInstant } from './service-clock'
import { endOfTrip, type StopFacts } from './stop-facts'
import type { TimetableInForce } from './timetable-in-force'
import type { TripChanges } from './trip-changes'
import type { Visit } from './visit'

interface Around {
  pool: Pool
  orgId: number
  timetable: TimetableInForce
  /** Epoch ms. */
  from: number
}

const shownOf = (found: string) => `SELECT x.number, p.trip_key AS "tripKey", p.trip_id AS "tripId",
    p.route_key AS "routeKey", p.service_key AS "serviceKey", p.direction_id AS "directionId", p.wheelchair = 1 AS "isWheelchair",
    coalesce(nullif(x.headsign, ''), nullif(p.headsign, ''), ${endOfTrip}) AS headsign, x.stop_key AS "stopKey",
    x.stop_sequence AS "stopSequence", x.departure AS seconds
  FROM (${found}) x
  JOIN timetable_trip p ON p.org_id = $1 AND p.timetable_key = $2 AND p.trip_key = x.trip_key`

// One short stretch of the index stop_time_next for each service of each day, and of all of them the first ones.
const nextVisits = {
  name: 'next-visits',
  text: shownOf(`SELECT a.number, n.* FROM
      unnest($3::integer[], $4::integer[], $5::integer[], $6::integer[], $7::bigint[])
        AS a (number, stop_key, service_key, from_seconds, base)
      CROSS JOIN LATERAL (SELECT t.trip_key, t.stop_key, t.stop_sequence, t.departure, t.headsign FROM stop_time t
        WHERE t.org_id = $1 AND t.timetable_key = $2 AND t.stop_key = a.stop_key AND t.service_key = a.service_key
          AND NOT t.is_last AND NOT t.has_headway AND t.pickup_type <> 1 AND t.departure >= a.from_seconds
        ORDER BY t.departure, t.trip_key, t.stop_sequence LIMIT $8) n
    ORDER BY a.base + n.departure, n.trip_key, n.stop_sequence LIMIT $8`),
}

const lateVisits = {
  name: 'late-visits',
  text: shownOf(`SELECT a.number, t.trip_key, t.stop_key, t.stop_sequence, t.departure, t.headsign
    FROM unnest($4::integer[], $5::text[], $6::integer[]) AS a (number, trip_id, from_seconds)
    JOIN timetable_trip q ON q.org_id = $1 AND q.timetable_key = $2 AND q.trip_id = a.trip_id
    JOIN stop_time t ON t.org_id = $1 AND t.timetable_key = $2 AND t.trip_key = q.trip_key AND t.stop_key = ANY ($3)
      AND NOT t.is_last AND NOT t.has_headway AND t.pickup_type <> 1 AND t.departure >= a.from_seconds`),
}

/** The first so many departures at fixed times from `from` on, by the timetable, of some service days. */
export async function nextFixed(
  { pool, orgId, timetable, from }: Around,
  facts: ReadonlyMap<number, StopFacts>,
  days: readonly Day[],
  most: number,
): Promise<Visit[]> {
  const asked: { number: number; stopKey: number; serviceKey: number; fromSeconds: number; base: number }[] = []
  for (const [number, day] of days.entries()) {
    const base = serviceInstant(day, 0, timetable.timezone)
    const fromSeconds = Math.max(0, Math.ceil((from - base) / 1000))
    const running = timetable.servicesOn(day)
    for (const [stopKey, { services }] of facts)
      for (const { serviceKey, lastDeparture } of services)
        if (lastDeparture >= fromSeconds && running.has(serviceKey))
          asked.push({ number, stopKey, serviceKey, fromSeconds, base: base / 1000 })
  }
  if (asked.length === 0) return []
  const { rows } = await pool.query<Visit & { number: number }>({
    ...nextVisits,
    values: [
      orgId,
      timetable.timetableKey,
      asked.map(({ number }) => number),
      asked.map(({ stopKey }) => stopKey),
      asked.map(({ serviceKey }) => serviceKey),
      asked.map(({ fromSeconds }) => fromSeconds),
      asked.map(({ base }) => base),
      most,
    ],
  })
  return rows.map(({ number, ...visit }) => ({ ...visit, day: days[number] ?? '' }))
}

/** The departures at fixed times that are late and not gone at `from`, whenever they should have departed. */
export async function lateFixed(
  { pool, orgId, timetable, from }: Around,
  stopKeys: readonly number[],
  changes: TripChanges,
): Promise<Visit[]> {
  const late = changes.late.filter(({ startsAtSeconds }) => startsAtSeconds === -1)
  if (late.length === 0) return []
  const fromSeconds = late.map(({ day, delayMinutes }) =>
    Math.ceil((from - serviceInstant(day, 0, timetable.timezone)) / 1000 - delayMinutes * 60),
  )
  const { rows } = await pool.query<Visit & { number: number; serviceKey: number }>({
    ...lateVisits,
    values: [
      orgId,
      timetable.timetableKey,
      stopKeys,
      late.map((_, i) => i),
      late.map(({ tripId }) => tripId),
      fromSeconds,
    ],
  })
  return rows
    .map(({ number, ...visit }) => ({ ...visit, day: late[number]?.day ?? '' }))
    .filter(({ day, serviceKey }) => timetable.servicesOn(day).has(serviceKey))
}
