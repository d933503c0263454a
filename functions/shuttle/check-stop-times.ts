import type { FeedRoute, FeedStop, FeedTrip } from './feed'
import type { FeedNotices } from './feed-notices'
import { none, type StopTimes } from './stop-times'

const file = 'stop_times.txt'
/** Kilometres an hour above which the public validator doubts the times, by type of route; 200 of the others. */
const fastest: Record<number, number> = { 0: 100, 1: 150, 2: 500, 3: 150, 4: 80, 5: 30, 6: 50, 7: 50, 11: 150, 12: 150 }
const earthKm = 6371

function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

interface CheckedFeed {
  trips: readonly FeedTrip[]
  stops: readonly FeedStop[]
  routes: readonly FeedRoute[]
  times: StopTimes
}

/** Looks at the stop times of one trip after the other, in the order of their sequence. */
class TripTimes {
  private readonly lat: Float64Array
  private readonly lon: Float64Array

  constructor(
    private readonly feed: CheckedFeed,
    private readonly notices: FeedNotices,
  ) {
    this.lat = Float64Array.from(feed.stops, (stop) => stop.lat ?? Number.NaN)
    this.lon = Float64Array.from(feed.stops, (stop) => stop.lon ?? Number.NaN)
  }

  private at(n: number, field: string) {
    return { file, line: this.feed.times.line[n], field }
  }

  /** Rows `from` to `until` of the order are those of the trip. */
  check(trip: FeedTrip, from: number, until: number): void {
    const { notices } = this
    const { order } = this.feed.times
    const about = { file: 'trips.txt', line: trip.line, field: 'trip_id', value: trip.id }
    if (from === until) notices.add('unused_trip', about)
    if (until - from === 1) notices.add('unusable_trip', about)
    let timed = none
    for (let i = from; i < until; i++) {
      const n = order[i] as number
      this.checkOne(n)
      if (i > from) this.checkPair(order[i - 1] as number, n, trip)
      if (this.isTimed(n)) {
        if (timed !== none) this.checkTimes(order[timed] as number, n, i - timed === 1, trip)
        if (timed !== none && i - timed > 1) this.fill(timed, i)
        timed = i
      } else if (i === from || i === until - 1) {
        notices.add('missing_trip_edge', { ...this.at(n, 'arrival_time'), value: trip.id })
      }
    }
  }

  private isTimed(n: number): boolean {
    return (this.feed.times.departure[n] as number) >= 0
  }

  private checkOne(n: number): void {
    const { arrival, departure } = this.feed.times
    const [arrives, departs] = [arrival[n] as number, departure[n] as number]
    if (arrives < 0 !== departs < 0) {
      this.notices.add(
        'stop_time_with_only_arrival_or_departure_time',
        this.at(n, arrives < 0 ? 'arrival_time' : 'departure_time'),
      )
      arrival[n] = Math.max(arrives, departs)
      departure[n] = Math.max(arrives, departs)
    } else if (departs < arrives) {
      const said = { value: clock(departs), more: clock(arrives) }
      this.notices.add('stop_time_with_departure_before_arrival_time', { ...this.at(n, 'departure_time'), ...said })
    }
  }

  private checkPair(before: number, n: number, trip: FeedTrip): void {
    const { sequence, line, distance } = this.feed.times
    if (sequence[before] === sequence[n]) {
      const value = `${trip.id} ${sequence[n]}`
      this.notices.add('duplicate_key', { ...this.at(n, 'trip_id stop_sequence'), value, more: String(line[before]) })
    }
    const [d0, d1] = [distance?.[before] ?? none, distance?.[n] ?? none]
    if (d0 >= 0 && d1 >= 0 && d1 <= d0) {
      const said = { value: String(d1), more: String(d0) }
      this.notices.add('decreasing_or_equal_stop_time_distance', { ...this.at(n, 'shape_dist_traveled'), ...said })
    }
  }

  private checkTimes(before: number, n: number, areNext: boolean, trip: FeedTrip): void {
    const { arrival, departure, stop } = this.feed.times
    const [departed, arrives] = [departure[before] as number, arrival[n] as number]
    if (arrives < departed) {
      const said = { value: clock(arrives), more: clock(departed) }
      this.notices.add('stop_time_with_arrival_before_previous_departure_time', {
        ...this.at(n, 'arrival_time'),
        ...said,
      })
      return
    }
    if (!areNext) return
    const [a, b] = [(stop[before] as number) - 1, (stop[n] as number) - 1]
    const km = kilometres(this.lat[a] as number, this.lon[a] as number, this.lat[b] as number, this.lon[b] as number)
    // times in whole minutes may be half a minute off at either end
    const slack = departed % 60 === 0 && arrives % 60 === 0 ? 60 : 0
    const hours = Math.max(arrives - departed + slack, 1) / 3600
    const type = this.feed.routes[trip.routeKey - 1]?.type ?? 3
    // false where a stop has no place
    if (km / hours > (fastest[type] ?? 200)) {
      const said = { value: (km / hours).toFixed(0), more: `${km.toFixed(2)} 公里，${arrives - departed} 秒` }
      this.notices.add('fast_travel_between_consecutive_stops', { ...this.at(n, 'arrival_time'), ...said })
    }
  }

  /** Lays the times that the feed does not say evenly between the two around them. */
  private fill(from: number, until: number): void {
    const { order, arrival, departure, guessed } = this.feed.times
    const begins = departure[order[from] as number] as number
    const ends = arrival[order[until] as number] as number
    for (let i = from + 1; i < until; i++) {
      const n = order[i] as number
      const at = begins + Math.floor(((ends - begins) * (i - from)) / (until - from))
      arrival[n] = at
      departure[n] = at
      guessed[n] = 1
    }
  }
}

/** Sorts the stop times, lays those not written between the others, and says what is wrong between them. */
export function checkStopTimes(feed: CheckedFeed, notices: FeedNotices): void {
  const { times, trips, stops } = feed
  times.sortByTrip(trips.length)
  const ofTrip = new TripTimes(feed, notices)
  for (const [i, trip] of trips.entries()) ofTrip.check(trip, times.first[i + 1] ?? 0, times.first[i + 2] ?? 0)
  const used = new Uint8Array(stops.length + 1)
  for (let n = 0; n < times.count; n++) used[times.stop[n] as number] = 1
  for (const [i, { id, line, locationType }] of stops.entries()) {
    if (locationType === 0 && !used[i + 1]) {
      notices.add('stop_without_stop_time', { file: 'stops.txt', line, field: 'stop_id', value: id })
    }
  }
}
