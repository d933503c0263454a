import { sql } from 'kysely'
import type { AskedOf, ValueOf } from '../../contract/procedure'
import type { getRidership } from '../../contract/shuttle-vehicles'
import { type Day, daysBetween } from '../../contract/zone'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'
import { routeName } from './ledger-rows'
import { serviceInstant } from './service-clock'

export type Ridership = ValueOf<typeof getRidership>
type Input = AskedOf<typeof getRidership>
type By = Pick<AskedByPerson, 'db' | 'orgId'>

const mostDays = 366
const mostTrips = 200

const counts = ['booked', 'boarded', 'noShow', 'lateCancel', 'refused', 'walkIns'] as const
type Counts = Record<(typeof counts)[number], number>

interface RunRow extends Counts {
  day: Day
  tripId: string
  route: string
  headsign: string
  timezone: string
  startsAt: Date
  seats: number
  mostTaken: number
}

/** Each run of the days with its people. Booked are those who had a place at departure, whether they came or not. */
async function readRunCounts({ db, orgId }: By, { from, until, routeId }: Input): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`
    SELECT r.day::text, r.trip_id AS "tripId", ${routeName} AS route, r.headsign, r.timezone, r.starts_at AS "startsAt",
      r.seats, (SELECT max(t) FROM unnest(r.taken_seats) t) AS "mostTaken",
      coalesce(s.booked, 0) AS booked, coalesce(s.boarded, 0) AS boarded, coalesce(s."noShow", 0) AS "noShow",
      coalesce(s."lateCancel", 0) AS "lateCancel", coalesce(e.refused, 0) AS refused, coalesce(e."walkIns", 0) AS "walkIns"
    FROM shuttle_run r
    LEFT JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE s.status IN ('reserved', 'offered', 'boarded', 'noShow')))::integer AS booked,
        (count(*) FILTER (WHERE s.status = 'boarded'))::integer AS boarded,
        (count(*) FILTER (WHERE s.status = 'noShow'))::integer AS "noShow",
        (count(*) FILTER (WHERE s.is_late_cancel))::integer AS "lateCancel"
      FROM seat_reservation s WHERE s.org_id = r.org_id AND s.run_id = r.run_id) s ON true
    LEFT JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE e.what = 'refused'))::integer AS refused,
        (count(*) FILTER (WHERE e.what = 'walkIn'))::integer AS "walkIns"
      FROM boarding_event e WHERE e.org_id = r.org_id AND e.run_id = r.run_id) e ON true
    WHERE r.org_id = ${orgId} AND r.day BETWEEN ${from}::date AND ${until}::date
      AND (${routeId ?? null}::text IS NULL OR r.route_id = ${routeId ?? null}::text)
    ORDER BY r.day, r.starts_at, r.trip_id`.execute(db)
  return rows
}

/** Between each two stops of a line: means over its runs, in the order in which they are ridden. */
async function readSegments({ db, orgId }: By, { from, until, routeId }: Input): Promise<Ridership['segments']> {
  if (routeId === undefined) return []
  const { rows } = await sql<Ridership['segments'][number]>`
    SELECT r.headsign, min(r.stop_names[i]) AS "fromStop", min(r.stop_names[i + 1]) AS "toStop",
      avg(r.taken_seats[i])::float8 AS booked, avg(s.boarded)::float8 AS boarded, avg(r.seats)::float8 AS seats
    FROM shuttle_run r
    CROSS JOIN LATERAL generate_series(1, cardinality(r.taken_seats)) i
    CROSS JOIN LATERAL (SELECT count(*) AS boarded FROM seat_reservation s WHERE s.org_id = r.org_id
      AND s.run_id = r.run_id AND s.status = 'boarded' AND s.kind = 'seat' AND s.from_position <= i
      AND i < s.to_position) s
    WHERE r.org_id = ${orgId} AND r.day BETWEEN ${from}::date AND ${until}::date AND r.route_id = ${routeId}
    GROUP BY r.headsign, r.stop_ids[i], r.stop_ids[i + 1]
    ORDER BY r.headsign, min(i), min(r.stop_names[i])`.execute(db)
  return rows
}

const sumOf = (rows: readonly RunRow[], what: keyof Counts | 'seats') => rows.reduce((sum, row) => sum + row[what], 0)

function countsOf(rows: readonly RunRow[]): Counts {
  const [booked, boarded, noShow, lateCancel, refused, walkIns] = counts.map((what) => sumOf(rows, what)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return { booked, boarded, noShow, lateCancel, refused, walkIns }
}

function groupsOf(rows: readonly RunRow[], keyOf: (row: RunRow) => string): RunRow[][] {
  const groups = new Map<string, RunRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return [...groups.values()]
}

function tripOf(rows: readonly RunRow[]): Ridership['trips'][number][] {
  const last = rows.at(-1)
  if (!last) return []
  const { tripId, route, headsign, day, timezone, startsAt } = last
  const departure = (startsAt.getTime() - serviceInstant(day, 0, timezone)) / 1000
  const load = rows.reduce((sum, { mostTaken, seats }) => sum + mostTaken / seats, 0) / rows.length
  return [{ tripId, route, headsign, departure, runs: rows.length, load, ...countsOf(rows) }]
}

/** The ridership of a stretch of days. Every figure is of the same runs. */
export async function countRidership(
  by: By,
  input: Input,
): Promise<Ridership | Refusal<'ENDS_BEFORE_START' | 'TOO_LONG'>> {
  if (input.until < input.from) return refuse('ENDS_BEFORE_START')
  if (daysBetween(input.from, input.until) >= mostDays) return refuse('TOO_LONG', { most: mostDays })
  const rows = await readRunCounts(by, input)
  const trips = groupsOf(rows, ({ tripId }) => tripId).flatMap(tripOf)
  return {
    total: { ...countsOf(rows), runs: rows.length, seats: sumOf(rows, 'seats') },
    days: groupsOf(rows, ({ day }) => day).map((own) => ({ day: own[0]?.day ?? '', ...countsOf(own) })),
    trips: trips.sort((a, b) => b.load - a.load || a.departure - b.departure).slice(0, mostTrips),
    segments: await readSegments(by, input),
  }
}
