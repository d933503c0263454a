import type { Day } from '../../contract/zone'
import { serviceInstant } from './service-clock'
import type { HeadwayVisit } from './stop-facts'
import type { TripChanges } from './trip-changes'
import type { Visit } from './visit'

/** Of each stretch with a headway the first so many departures of a day that are not gone at `from` (epoch ms). */
export function headwayStarts(
  visits: readonly HeadwayVisit[],
  day: Day,
  { from, most, timezone, changes }: { from: number; most: number; timezone: string; changes: TripChanges },
): Visit[] {
  const base = serviceInstant(day, 0, timezone)
  return visits.flatMap(({ after, startsAt, endsAt, headway, isExact, ...trip }) => {
    const latest = changes.latest(trip.tripId, day)
    const fromSeconds = Math.ceil((from - base) / 1000) - latest - after
    const first = startsAt + Math.max(0, Math.ceil((fromSeconds - startsAt) / headway)) * headway
    // on top of the most: those that are there only because they may be late, and those that may overtake late ones
    const until = Math.min(endsAt, first + (most + 2 * Math.ceil(latest / headway)) * headway)
    const starts: Visit[] = []
    for (let start = first; start < until; start += headway)
      starts.push({
        ...trip,
        day,
        seconds: start + after,
        startsAtSeconds: start,
        ...(isExact ? {} : { headwaySeconds: headway }),
      })
    return starts
  })
}
