import * as v from 'valibot'
import { day, instant, whole } from './fields'

/** An id of the timetable, as GTFS feeds write them: the same stop or trip keeps it from one timetable to the next. */
export const gtfsId = v.pipe(
  v.string(),
  v.nonEmpty('编号不能为空'),
  v.maxLength(120, '编号太长'),
  v.check((s) => !/[\p{Cc}\p{Cs}]/u.test(s), '编号里有看不见的字符'),
)

/** A moment of a service day in seconds since noon minus 12 hours (GTFS Time): 25:10:00 is 90600. */
export const serviceSeconds = whole(0, 72 * 3600)

export const stop = v.object({
  stopId: gtfsId,
  name: v.string(),
  /** What riders read on the pole; may be empty. */
  code: v.string(),
  /** WGS 84; absent where the timetable does not say. */
  lat: v.optional(v.number()),
  lon: v.optional(v.number()),
})
export type Stop = v.InferOutput<typeof stop>

/** A line as riders see it. Colours are six hex digits without #, or ''. */
export const routeBrief = v.object({
  routeId: gtfsId,
  shortName: v.string(),
  longName: v.string(),
  color: v.string(),
  textColor: v.string(),
})
export type RouteBrief = v.InferOutput<typeof routeBrief>

/** One departure of one trip at one stop. Instants are written in the timetable's zone: their clock is the pole's. */
export const departure = v.object({
  tripId: gtfsId,
  /** The service day, which may be the day before the clock's. */
  day,
  /** Of a trip with a headway: when this one starts, in seconds of the service day. */
  startsAtSeconds: v.optional(v.number()),
  routeId: gtfsId,
  headsign: v.string(),
  stopId: gtfsId,
  stopSequence: v.number(),
  scheduledAt: instant,
  /** With the delay that was reported. */
  departsAt: instant,
  delayMinutes: v.number(),
  isCancelled: v.boolean(),
  /** What the fleet said with it. */
  changeNote: v.string(),
  /** Not a fixed time: about every so many seconds. */
  headwaySeconds: v.optional(v.number()),
  /** 末班: the last of its line and direction on this service day at this stop. */
  isLast: v.boolean(),
  isWheelchair: v.boolean(),
  /** A seat can be reserved on this line. */
  isReservable: v.boolean(),
})
export type Departure = v.InferOutput<typeof departure>

export const shuttleNotice = v.object({
  noticeId: v.string(),
  /** Of these lines; of all when empty. */
  routeIds: v.array(gtfsId),
  title: v.string(),
  body: v.string(),
  from: day,
  until: day,
})
export type ShuttleNotice = v.InferOutput<typeof shuttleNotice>

/** What a service follows besides its weekdays. `workdays` and `restDays` know holidays and make-up workdays. */
export const serviceRule = v.picklist(['calendar', 'workdays', 'restDays'])
export type ServiceRule = v.InferOutput<typeof serviceRule>

/** A place for one: `wheelchair` is a kind of its own, never counted with the seats. */
export const seatKind = v.picklist(['seat', 'wheelchair'])
export type SeatKind = v.InferOutput<typeof seatKind>
