import type { Day } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** What counts of a trip for those who ride it. */
export interface TripChange {
  delayMinutes: number
  isCancelled: boolean
  note: string
}

/** What the fleet said of one trip on a day, within the caller's transaction; on time and running when it said nothing. */
export async function readTripChange(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  tripId: string,
  day: Day,
): Promise<TripChange> {
  const said = await db
    .selectFrom('tripChange')
    .select(['delayMinutes', 'isCancelled', 'note'])
    .where('orgId', '=', orgId)
    .where('day', '=', day)
    .where('tripId', '=', tripId)
    .where('startsAtSeconds', '=', -1)
    .executeTakeFirst()
  return said ?? { delayMinutes: 0, isCancelled: false, note: '' }
}
