import { sql } from 'kysely'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'

interface Resized {
  runId: string
  tripId: string
  day: string
  isTooSmall: boolean
}

/**
 * Gives the runs that have not departed the places that their vehicles and lines have now, and offers what became free
 * to those who wait. Refuses when more are reserved on one of them, naming the first.
 */
export async function resizeRuns({
  db,
  orgId,
  now,
}: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>): Promise<Refusal<'SEATS_TAKEN'> | undefined> {
  const at = new Date(now)
  const { rows } = await sql<Resized & { seats: number; wheelchairPlaces: number }>`
    SELECT r.run_id AS "runId", r.trip_id AS "tripId", r.day::text, p.seats, p.wheelchair_places AS "wheelchairPlaces",
      NOT (p.seats >= ALL (r.taken_seats) AND p.wheelchair_places >= ALL (r.taken_wheelchair)) AS "isTooSmall"
    FROM shuttle_run r CROSS JOIN LATERAL places_of_run(r.org_id, r.trip_id, r.route_id, r.day) p
    WHERE r.org_id = ${orgId} AND r.starts_at > ${at} AND r.closed_at IS NULL AND NOT r.is_withdrawn
      AND (r.seats, r.wheelchair_places) <> (p.seats, p.wheelchair_places)
    ORDER BY r.run_id FOR NO KEY UPDATE OF r`.execute(db)
  const tooSmall = rows.filter(({ isTooSmall }) => isTooSmall).sort((a, b) => (a.day < b.day ? -1 : 1))
  const [first] = tooSmall
  if (first) return refuse('SEATS_TAKEN', { tripId: first.tripId, day: first.day })
  for (const { runId, seats, wheelchairPlaces } of rows) {
    await db
      .updateTable('shuttleRun')
      .set({ seats, wheelchairPlaces })
      .where('orgId', '=', orgId)
      .where('runId', '=', runId)
      .execute()
    await sql`SELECT promote_waiting(${orgId}::integer, ${runId}::uuid, ${at}::timestamptz)`.execute(db)
  }
  return undefined
}
