import type { Day } from '../../contract/zone'
import { serviceInstant } from './service-clock'
import type { SaidOfTrip, TripChanges } from './trip-changes'

/** One trip of one day as it departs at a stop, by the timetable. */
export interface Visit {
  tripKey: number
  tripId: string
  routeKey: number
  directionId: number | null
  headsign: string
  isWheelchair: boolean
  stopKey: number
  stopSequence: number
  day: Day
  /** Of the service day. */
  seconds: number
  /** Of a trip with a headway. */
  startsAtSeconds?: number
  headwaySeconds?: number
}

/** A visit with what was said of it; instants in epoch ms. */
export interface TimedVisit extends Visit {
  scheduledAt: number
  departsAt: number
  said: SaidOfTrip
}

/** Places a visit in time. What is cancelled keeps its place by the timetable. */
export function timed<V extends Visit>(visit: V, timezone: string, changes: TripChanges): V & TimedVisit {
  const said = changes.of(visit.tripId, visit.day, visit.startsAtSeconds)
  const scheduledAt = serviceInstant(visit.day, visit.seconds, timezone)
  return { ...visit, said, scheduledAt, departsAt: scheduledAt + (said.isCancelled ? 0 : said.delayMinutes * 60_000) }
}

/** The order in which departures are shown; none are equal. */
export function byDeparture(a: TimedVisit, b: TimedVisit): number {
  return (
    a.departsAt - b.departsAt ||
    a.scheduledAt - b.scheduledAt ||
    a.tripKey - b.tripKey ||
    a.stopSequence - b.stopSequence ||
    (a.startsAtSeconds ?? 0) - (b.startsAtSeconds ?? 0)
  )
}
