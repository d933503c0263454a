import type { Pool } from 'pg'
import type { Day } from '../../contract/zone'

/** What the fleet said of a trip on a day, or of one start of a headway. */
interface TripChangeRow {
  day: Day
  tripId: string
  /** -1 of the whole trip. */
  startsAtSeconds: number
  delayMinutes: number
  isCancelled: boolean
  note: string
}

export type SaidOfTrip = Pick<TripChangeRow, 'delayMinutes' | 'isCancelled' | 'note'>

/** What was said of trips on some days. */
export interface TripChanges {
  /** What counts for a trip, or for one start of it: its own word, else that of the whole trip. */
  of(tripId: string, day: Day, startsAtSeconds?: number): SaidOfTrip
  /** The most that any start of a trip is late on a day, in seconds. */
  latest(tripId: string, day: Day): number
  /** Those that are late and run. */
  late: readonly TripChangeRow[]
}

const changesOfDays = {
  name: 'trip-changes-of-days',
  text: `SELECT day::text, trip_id AS "tripId", starts_at_seconds AS "startsAtSeconds", delay_minutes AS "delayMinutes",
      is_cancelled AS "isCancelled", note
    FROM trip_change WHERE org_id = $1 AND day BETWEEN $2::date AND $3::date`,
}
const nothing: SaidOfTrip = { delayMinutes: 0, isCancelled: false, note: '' }

/** What was said of trips from one day to another, both included. */
export async function tripChanges(pool: Pool, orgId: number, from: Day, until: Day): Promise<TripChanges> {
  const { rows } = await pool.query<TripChangeRow>({ ...changesOfDays, values: [orgId, from, until] })
  const keyOf = (day: Day, tripId: string, startsAt: number) => `${day} ${startsAt} ${tripId}`
  const said = new Map(rows.map((row) => [keyOf(row.day, row.tripId, row.startsAtSeconds), row]))
  const late = rows.filter(({ delayMinutes, isCancelled }) => delayMinutes > 0 && !isCancelled)
  const latest = new Map<string, number>()
  for (const { day, tripId, delayMinutes } of late) {
    const key = keyOf(day, tripId, -1)
    latest.set(key, Math.max(delayMinutes * 60, latest.get(key) ?? 0))
  }
  return {
    of: (tripId, day, startsAtSeconds = -1) =>
      said.get(keyOf(day, tripId, startsAtSeconds)) ?? said.get(keyOf(day, tripId, -1)) ?? nothing,
    latest: (tripId, day) => latest.get(keyOf(day, tripId, -1)) ?? 0,
    late,
  }
}
