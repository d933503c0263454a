import type { TimetableCounts } from '../../contract/shuttle-timetables'
import type { FeedPart } from './open-feed'
import type { StopTimes } from './stop-times'

// What a feed says, as far as it becomes a timetable. `more` is JSON of the columns that are only kept. Keys begin with 1:
// what stands first in a list has the key 1.

export interface FeedRoute {
  id: string
  agencyId: string
  shortName: string
  longName: string
  type: number
  color: string
  textColor: string
  sortOrder: number
  more: string | null
}

export interface FeedStop {
  id: string
  code: string
  name: string
  lat: number | null
  lon: number | null
  locationType: number
  parentId: string
  wheelchair: number
  more: string | null
  line: number
}

export interface FeedService {
  id: string
  name: string
  weekdays: number[]
  /** Both null: it runs on its added days only. */
  startsOn: string | null
  endsOn: string | null
  exceptions: Map<string, boolean>
  more: string | null
}

export interface FeedTrip {
  id: string
  /** 0 where the feed names none that exists. */
  routeKey: number
  serviceKey: number
  directionId: number | null
  headsign: string
  shortName: string
  wheelchair: number
  hasHeadway: boolean
  more: string | null
  line: number
}

export interface FeedFrequency {
  tripKey: number
  startsAt: number
  endsAt: number
  headway: number
  isExact: boolean
}

/** A whole feed as read. It may be written when nothing in it is an error. */
export interface Feed {
  agencies: Record<string, string>[]
  agencyName: string
  /** IANA; '' when the feed does not say. */
  timezone: string
  routes: FeedRoute[]
  stops: FeedStop[]
  services: FeedService[]
  trips: FeedTrip[]
  frequencies: FeedFrequency[]
  stopTimes: StopTimes
  /** Files that are only kept. */
  kept: FeedPart[]
  files: { name: string; rows: number; isRead: boolean }[]
  counts: TimetableCounts
  firstDay?: string
  lastDay?: string
}

/** The timetable whose parts are written. */
export interface TimetableKey {
  orgId: number
  timetableKey: number
}
