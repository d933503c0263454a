import type { Feed, TimetableKey } from './feed'

/** Longer than any time of a feed (seconds): a line and its departure fit into one number. */
const span = 2 ** 22

/** Lines with their directions are numbered below this. */
const lineCount = (routes: Feed['routes']) => routes.length * 2 + 2

type Departure = (stop: number, serviceAndLine: number, departs: number) => void

/** All departures at which one can get on, but those of a headway. */
function eachDeparture({ trips, stopTimes, routes }: Feed, tell: Departure): void {
  const lines = lineCount(routes)
  const { order, first, stop, departure, pickup } = stopTimes
  for (const [i, { serviceKey, hasHeadway, routeKey, directionId }] of trips.entries()) {
    if (hasHeadway) continue
    const serviceAndLine = serviceKey * lines + routeKey * 2 + (directionId ?? 0)
    const until = (first[i + 2] ?? 0) - 1
    for (let k = first[i + 1] ?? 0; k < until; k++) {
      const n = order[k] as number
      if (pickup[n] !== 1) tell(stop[n] as number, serviceAndLine, departure[n] as number)
    }
  }
}

/** The departures of each stop side by side as numbers in their order: service, line, time. `begins` by stop key. */
function departuresByStop(feed: Feed): { begins: Int32Array; departures: Float64Array } {
  const begins = new Int32Array(feed.stops.length + 2)
  eachDeparture(feed, (stop) => {
    begins[stop + 1] = (begins[stop + 1] as number) + 1
  })
  for (let stop = 1; stop < begins.length; stop++)
    begins[stop] = (begins[stop] as number) + (begins[stop - 1] as number)
  const next = begins.slice()
  const departures = new Float64Array(begins[begins.length - 1] as number)
  eachDeparture(feed, (stop, serviceAndLine, departs) => {
    departures[next[stop] as number] = serviceAndLine * span + departs
    next[stop] = (next[stop] as number) + 1
  })
  for (let stop = 1; stop <= feed.stops.length; stop++) departures.subarray(begins[stop], begins[stop + 1]).sort()
  return { begins, departures }
}

/**
 * Rows of stop_service: when the last trip of each line and direction departs at a stop on a service. What the index of
 * next departures holds, summed up.
 */
export function* stopServices({ orgId, timetableKey }: TimetableKey, feed: Feed) {
  const lines = lineCount(feed.routes)
  const { begins, departures } = departuresByStop(feed)
  for (let stop = 1; stop <= feed.stops.length; stop++) {
    const end = begins[stop + 1] as number
    let written: { service: number; last: number; lines: number[]; lasts: number[] } | undefined
    for (let k = begins[stop] as number; k < end; k++) {
      const here = departures[k] as number
      const serviceAndLine = Math.floor(here / span)
      // of one line the last stands last
      if (k + 1 < end && Math.floor((departures[k + 1] as number) / span) === serviceAndLine) continue
      const [service, departs] = [Math.floor(serviceAndLine / lines), here % span]
      if (written?.service !== service) {
        if (written) yield rowOf(orgId, timetableKey, stop, written)
        written = { service, last: departs, lines: [], lasts: [] }
      }
      written.lines.push(serviceAndLine % lines)
      written.lasts.push(departs)
      written.last = Math.max(written.last, departs)
    }
    if (written) yield rowOf(orgId, timetableKey, stop, written)
  }
}

function rowOf(
  orgId: number,
  timetableKey: number,
  stop: number,
  { service, last, lines, lasts }: { service: number; last: number; lines: number[]; lasts: number[] },
) {
  return [orgId, timetableKey, stop, service, last, `{${lines.join(',')}}`, `{${lasts.join(',')}}`]
}
