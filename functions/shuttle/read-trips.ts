import type { FeedFrequency, FeedTrip } from './feed'
import type { FeedNotices } from './feed-notices'
import { parseTime } from './gtfs-values'
import type { TableRow } from './read-table'

const read = new Set(
  'route_id service_id trip_id trip_headsign trip_short_name direction_id wheelchair_accessible'.split(' '),
)

/** Keys by id: where something stands in its list, beginning with 1. */
export type Keys = ReadonlyMap<string, number>

/** A trip from its row. */
export function readTrip(row: TableRow, routes: Keys, services: Keys): FeedTrip {
  const { line, get } = row
  const direction = get('direction_id')
  return {
    id: get('trip_id'),
    routeKey: routes.get(get('route_id')) ?? 0,
    serviceKey: services.get(get('service_id')) ?? 0,
    directionId: direction === '0' || direction === '1' ? Number(direction) : null,
    headsign: get('trip_headsign'),
    shortName: get('trip_short_name'),
    wheelchair: Number(get('wheelchair_accessible')) || 0,
    hasHeadway: false,
    more: row.more(read),
    line,
  }
}

/** A row of frequencies.txt; undefined when something in it is wrong, which was noted. */
export function readFrequency(row: TableRow, trips: Keys, notices: FeedNotices): FeedFrequency | undefined {
  const { file, line, get } = row
  const tripKey = trips.get(get('trip_id'))
  const [starts, ends] = [get('start_time'), get('end_time')]
  const [startsAt, endsAt] = [parseTime(starts), parseTime(ends)]
  const headway = Number(get('headway_secs'))
  if (!tripKey || startsAt === undefined || endsAt === undefined || !(headway > 0)) return undefined
  const at = { file, line, field: 'end_time', value: ends, more: starts }
  if (endsAt < startsAt) notices.add('start_and_end_range_out_of_order', at)
  if (endsAt === startsAt) notices.add('start_and_end_range_equal', at)
  return { tripKey, startsAt, endsAt, headway, isExact: get('exact_times') === '1' }
}

/** Headways of one trip that run at the same time. */
export function checkOverlaps(
  frequencies: readonly { frequency: FeedFrequency; line: number }[],
  trips: readonly FeedTrip[],
  notices: FeedNotices,
): void {
  const sorted = [...frequencies].sort(
    (a, b) => a.frequency.tripKey - b.frequency.tripKey || a.frequency.startsAt - b.frequency.startsAt,
  )
  for (const [i, { frequency, line }] of sorted.entries()) {
    const before = sorted[i - 1]?.frequency
    if (before?.tripKey !== frequency.tripKey || before.endsAt <= frequency.startsAt) continue
    const value = trips[frequency.tripKey - 1]?.id
    const minutes = Math.floor(before.endsAt / 60)
    const more = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    notices.add('overlapping_frequency', { file: 'frequencies.txt', line, field: 'start_time', value, more })
  }
}
