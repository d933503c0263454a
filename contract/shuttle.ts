import * as v from 'valibot'
import { day, instant, optionalText, pageOf, paging, whole } from './fields'
import { procedure } from './procedure'
import { departure, gtfsId, routeBrief, shuttleNotice, stop } from './shuttle-words'

/** So many stops can be kept by one person. */
export const mostKeptStops = 20

export const getDepartures = procedure('shuttle.getDepartures', {
  summary: 'The next departures at a stop or station; without one at my usual stop. Past midnight, holidays, headways.',
  input: v.object({
    stopId: v.optional(gtfsId),
    /** Without it from now on. */
    from: v.optional(instant),
    limit: v.optional(whole(1, 50), 12),
  }),
  output: v.object({
    now: instant,
    /** Absent when nothing is in force, or no stop is kept yet. */
    stop: v.optional(stop),
    /** The stops I keep, the usual one first. */
    myStops: v.array(stop),
    isFavourite: v.boolean(),
    /** By departsAt; of the service days up to 7 days ahead. What was cancelled stays in its place, marked. */
    departures: v.array(departure),
    routes: v.array(routeBrief),
    notices: v.array(shuttleNotice),
    /** The timetable in force; absent when there is none. `timezone` is IANA. */
    timetable: v.optional(v.object({ name: v.string(), timezone: v.string(), publishedAt: instant })),
  }),
  refusals: ['NO_SUCH_STOP'],
  may: 'staff',
})

export const listLines = procedure('shuttle.listLines', {
  summary: 'The lines of the timetable in force, whether each runs on a day, from when to when.',
  input: v.object({ day: v.optional(day) }),
  output: v.object({
    day,
    lines: v.array(
      v.object({
        ...routeBrief.entries,
        runs: v.boolean(),
        firstAt: v.optional(instant),
        lastAt: v.optional(instant),
        trips: v.number(),
        /** Names of its first and last stops. */
        ends: v.array(v.string()),
        isReservable: v.boolean(),
      }),
    ),
    notices: v.array(shuttleNotice),
  }),
  refusals: [],
  may: 'staff',
})

/** One trip of a line on a day, its times in seconds of the service day by stop; null where it does not stop. */
export const lineTrip = v.object({
  tripId: gtfsId,
  shortName: v.string(),
  delayMinutes: v.number(),
  isCancelled: v.boolean(),
  isWheelchair: v.boolean(),
  headway: v.optional(v.object({ seconds: v.number(), from: v.number(), until: v.number() })),
  times: v.array(v.nullable(v.number())),
})
export type LineTrip = v.InferOutput<typeof lineTrip>

export const getLine = procedure('shuttle.getLine', {
  summary: 'One line on one day: for each direction its stops in order and every trip with its times.',
  input: v.object({ routeId: gtfsId, day: v.optional(day) }),
  output: v.object({
    now: instant,
    day,
    route: routeBrief,
    isReservable: v.boolean(),
    directions: v.array(
      v.object({
        directionId: v.number(),
        headsign: v.string(),
        stops: v.array(stop),
        /** At most 300; a headway counts once. */
        trips: v.array(lineTrip),
      }),
    ),
    notices: v.array(shuttleNotice),
    /** Those of the 14 days from `day` on which it runs. */
    runsOn: v.array(day),
  }),
  refusals: ['NO_SUCH_LINE'],
  may: 'staff',
})

export const getStopBoard = procedure('shuttle.getStopBoard', {
  summary: 'All departures of one stop on one day by line and headsign, for the printed board on the pole.',
  input: v.object({ stopId: gtfsId, day: v.optional(day) }),
  output: v.object({
    day,
    stop,
    timetable: v.string(),
    boards: v.array(
      v.object({
        route: routeBrief,
        headsign: v.string(),
        /** Seconds of the service day, rising; those of a headway as its two ends. */
        departures: v.array(v.number()),
        headways: v.array(v.object({ seconds: v.number(), from: v.number(), until: v.number() })),
      }),
    ),
  }),
  refusals: ['NO_SUCH_STOP'],
  may: 'staff',
})

export const findStops = procedure('shuttle.findStops', {
  summary: 'Stops by name, pinyin, initials or code; without a query all of them by name.',
  input: v.object({ query: optionalText(40, '搜索内容'), ...paging }),
  output: pageOf(v.object({ ...stop.entries, routes: v.array(v.string()), isFavourite: v.boolean() })),
  refusals: [],
  may: 'staff',
})

export const findTrips = procedure('shuttle.findTrips', {
  summary: 'From one stop to another without changing: the next trips with departure and arrival.',
  input: v.object({
    fromStopId: gtfsId,
    toStopId: gtfsId,
    from: v.optional(instant),
    limit: v.optional(whole(1, 50), 10),
  }),
  output: v.object({
    now: instant,
    fromStop: stop,
    toStop: stop,
    /** `stops` counts those on the way, the last one included. */
    trips: v.array(v.object({ ...departure.entries, arrivesAt: instant, stops: v.number() })),
    routes: v.array(routeBrief),
  }),
  refusals: ['NO_SUCH_STOP', 'SAME_STOP'],
  may: 'staff',
})

export const markStop = procedure('shuttle.markStop', {
  summary: 'Keep a stop, or no longer; the first one kept is the usual one unless another is made it.',
  input: v.object({ stopId: gtfsId, isFavourite: v.boolean(), isUsual: v.optional(v.boolean(), false) }),
  output: v.object({ myStops: v.array(stop) }),
  refusals: ['NO_SUCH_STOP', 'TOO_MANY_STOPS'],
  may: 'staff',
  writes: true,
})
