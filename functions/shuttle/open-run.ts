import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { newId } from '../secrets'
import type { TripOnDay } from './trip-on-day'

/**
 * The run of a trip on its day, made when there is none yet: its stops are kept as they are now, its places are those of
 * its vehicle or line. Two that make it at once get the same one.
 */
export async function openRun(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  { tripId, day, route, headsign, timezone, stops }: TripOnDay,
): Promise<string> {
  const known = db
    .selectFrom('shuttleRun')
    .select('runId')
    .where('orgId', '=', orgId)
    .where('day', '=', day)
    .where('tripId', '=', tripId)
  const before = await known.executeTakeFirst()
  if (before) return before.runId
  const instants = (of: readonly number[]) => of.map((ms) => new Date(ms))
  const arrivesAt = instants(stops.map((stop) => stop.arrivesAt))
  const departsAt = instants(stops.map((stop) => stop.departsAt))
  const names = stops.map(({ name }) => name)
  await sql`
    INSERT INTO shuttle_run (org_id, run_id, day, trip_id, route_id, headsign, timezone, stop_ids, stop_names, arrives_at,
      departs_at, may_board, may_alight, starts_at, ends_at, seats, wheelchair_places, taken_seats, taken_wheelchair,
      created_at)
    SELECT ${orgId}::integer, ${newId(now)}::uuid, ${day}::date, ${tripId}, ${route.routeId},
      ${headsign || (names.at(-1) ?? '')}, ${timezone}, ${stops.map(({ stopId }) => stopId)}::text[], ${names}::text[],
      ${arrivesAt}::timestamptz[], ${departsAt}::timestamptz[], ${stops.map(({ mayBoard }) => mayBoard)}::boolean[],
      ${stops.map(({ mayAlight }) => mayAlight)}::boolean[], ${departsAt[0] ?? new Date(now)}::timestamptz,
      ${arrivesAt.at(-1) ?? new Date(now)}::timestamptz, p.seats, p.wheelchair_places,
      array_fill(0, ARRAY[${stops.length - 1}::integer]), array_fill(0, ARRAY[${stops.length - 1}::integer]),
      ${new Date(now)}::timestamptz
    FROM places_of_run(${orgId}::integer, ${tripId}, ${route.routeId}, ${day}::date) p
    ON CONFLICT (org_id, day, trip_id) DO NOTHING`.execute(db)
  return (await known.executeTakeFirstOrThrow()).runId
}
