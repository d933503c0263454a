import * as v from 'valibot'
import { day, id, instant } from './fields'
import { procedure } from './procedure'
import { gtfsId, seatKind } from './shuttle-words'

/** The boarding code is shown from so many minutes before the departure at one's stop … */
export const boardingOpensBefore = 30
/** … until so many after it, both moved by a reported delay. */
export const boardingClosesAfter = 10

/** `offered` is a seat held for somebody who waited, until offeredUntil; `lapsed` one that was waited for in vain. */
export const seatStatus = v.picklist(['reserved', 'waiting', 'offered', 'boarded', 'noShow', 'cancelled', 'lapsed'])
export type SeatStatus = v.InferOutput<typeof seatStatus>

/** A seat as its rider sees it. Instants are written in the timetable's zone. */
export const mySeat = v.object({
  reservationId: id,
  tripId: gtfsId,
  day,
  route: v.string(),
  color: v.string(),
  headsign: v.string(),
  fromStopId: gtfsId,
  fromStop: v.string(),
  toStopId: gtfsId,
  toStop: v.string(),
  kind: seatKind,
  /** Who sits there; `isGuest` when somebody without an account. */
  rider: v.string(),
  isGuest: v.boolean(),
  /** By the timetable; delayMinutes is what was reported. */
  departsAt: instant,
  arrivesAt: instant,
  delayMinutes: v.number(),
  isTripCancelled: v.boolean(),
  status: seatStatus,
  /** How many wait before this one; of `waiting` only. */
  ahead: v.optional(v.number()),
  offeredUntil: v.optional(instant),
  seasonId: v.optional(id),
  plate: v.string(),
  mayCancel: v.boolean(),
  /** Cancelling now is written down as late. */
  isLateNow: v.boolean(),
  /** The boarding code can be shown now. */
  isBoardable: v.boolean(),
})
export type MySeat = v.InferOutput<typeof mySeat>

export const getNextRide = procedure('shuttle.getNextRide', {
  summary: 'My next seat that is reserved or offered within 24 hours, for the home page. Nothing when there is none.',
  input: v.object({}),
  output: v.object({ now: instant, seat: v.optional(mySeat) }),
  refusals: [],
  may: 'staff',
})
