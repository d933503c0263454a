import * as v from 'valibot'
import { day, id, instant, optionalText, pageOf, paging } from './fields'
import { type Duty, procedure } from './procedure'
import { mySeat } from './shuttle-ride'
import { gtfsId, routeBrief, seatKind, stop } from './shuttle-words'

/** Those who may reserve for a colleague or a guest; a colleague is told. */
export function mayReserveForOthers(duties: ReadonlySet<Duty>): boolean {
  return duties.has('proxy') || duties.has('fleet') || duties.has('manager') || duties.has('admin')
}

export const getTripSeats = procedure('shuttle.getTripSeats', {
  summary: 'One trip on one day for reserving: its stops, what is free on each segment, my own seats, until when.',
  input: v.object({ tripId: gtfsId, day }),
  output: v.object({
    now: instant,
    tripId: gtfsId,
    day,
    route: routeBrief,
    headsign: v.string(),
    plate: v.string(),
    isReservable: v.boolean(),
    delayMinutes: v.number(),
    isCancelled: v.boolean(),
    seats: v.number(),
    wheelchairPlaces: v.number(),
    stops: v.array(
      v.object({
        ...stop.entries,
        arrivesAt: instant,
        departsAt: instant,
        mayBoard: v.boolean(),
        mayAlight: v.boolean(),
        /** Free from this stop to the next; 0 at the last. */
        freeSeats: v.number(),
        freeWheelchair: v.number(),
      }),
    ),
    waiting: v.number(),
    opensAt: instant,
    /** At the first stop; each stop closes so many minutes before its own departure. */
    closesMinutes: v.number(),
    mine: v.array(mySeat),
    /** It can be reserved for every workday on which it runs. */
    maySeason: v.boolean(),
    /** What this person may do besides: colleagues and guests. */
    mayReserveForOthers: v.boolean(),
  }),
  refusals: ['NO_SUCH_TRIP', 'DOES_NOT_RUN'],
  may: 'staff',
})

const segment = { fromStopId: gtfsId, toStopId: gtfsId, kind: v.optional(seatKind, 'seat') }

export const reserveSeat = procedure('shuttle.reserveSeat', {
  summary: 'Reserve a place for a segment of a trip. Refuses, or with `orWait` waits in order, rather than over-sell.',
  input: v.object({
    tripId: gtfsId,
    day,
    ...segment,
    /** When it is full: wait in order for a seat that becomes free. */
    orWait: v.optional(v.boolean(), false),
    /** A colleague’s seat: see mayReserveForOthers. */
    forPersonId: v.optional(id),
    /** A guest of mine, by name: see mayReserveForOthers. */
    guestName: optionalText(20, '访客姓名'),
  }),
  output: mySeat,
  /** FULL has `freeSeats` of the segment’s fullest part and `waiting`; NOT_OPEN_YET has `opensAt`. */
  refusals: [
    'NO_SUCH_TRIP',
    'DOES_NOT_RUN',
    'NOT_RESERVABLE',
    'NO_SUCH_STOP',
    'NOT_OPEN_YET',
    'CLOSED',
    'TRIP_CANCELLED',
    'FULL',
    'ALREADY_RESERVED',
    'TOO_MANY_SEATS',
    'NOT_FOR_OTHERS',
    'NO_SUCH_PERSON',
    'PERSON_LEFT',
  ],
  may: 'staff',
  writes: true,
})

export const cancelSeat = procedure('shuttle.cancelSeat', {
  summary: 'Give a seat back, or wait no longer; whoever waits first is offered it. Late ones are written down.',
  input: v.object({ reservationId: id }),
  output: mySeat,
  refusals: ['NO_SUCH_RESERVATION', 'NOT_CANCELLABLE'],
  may: 'staff',
  writes: true,
})

export const acceptSeat = procedure('shuttle.acceptSeat', {
  summary: 'Take the seat that is held for me.',
  input: v.object({ reservationId: id }),
  output: mySeat,
  refusals: ['NO_SUCH_RESERVATION', 'NOT_OFFERED'],
  may: 'staff',
  writes: true,
})

export const listMySeats = procedure('shuttle.listMySeats', {
  summary: 'My seats and those I reserved for others: to come by departure, or past, newest first.',
  input: v.object({ isPast: v.optional(v.boolean(), false), ...paging }),
  output: pageOf(mySeat),
  refusals: [],
  may: 'staff',
})

/** A seat on every workday on which a trip runs, holidays and make-up workdays followed. */
export const season = v.object({
  seasonId: id,
  tripId: gtfsId,
  route: v.string(),
  headsign: v.string(),
  /** Seconds of the service day at the boarding stop. */
  departure: v.number(),
  fromStopId: gtfsId,
  fromStop: v.string(),
  toStopId: gtfsId,
  toStop: v.string(),
  kind: seatKind,
  rider: v.string(),
  from: day,
  until: day,
  /**
   * The next days it stands for, as far as reservation is open: reserved, waiting, or why not. `alreadyReserved`: the rider
   * had a seat of this trip before; `tooManySeats`: as many of that day as one person may have, seats of seasons included.
   */
  days: v.array(
    v.object({
      day,
      outcome: v.picklist([
        'reserved',
        'waiting',
        'offered',
        'cancelled',
        'alreadyReserved',
        'tooManySeats',
        'notRunning',
        'toCome',
      ]),
    }),
  ),
  /** The timetable in force has the trip and both stops. */
  isPossible: v.boolean(),
})
export type Season = v.InferOutput<typeof season>

export const saveSeason = procedure('shuttle.saveSeason', {
  summary: 'Reserve a trip for every workday of a stretch of days; each day is reserved as soon as it opens.',
  input: v.object({ tripId: gtfsId, ...segment, from: day, until: day, forPersonId: v.optional(id) }),
  output: season,
  refusals: [
    'NO_SUCH_TRIP',
    'NOT_RESERVABLE',
    'NO_SUCH_STOP',
    'ENDS_BEFORE_START',
    'TOO_LONG_SEASON',
    'ALREADY_RESERVED',
    'NOT_FOR_OTHERS',
    'NO_SUCH_PERSON',
    'PERSON_LEFT',
  ],
  may: 'staff',
  writes: true,
})

export const endSeason = procedure('shuttle.endSeason', {
  summary: 'End a season; its seats that have not departed are given back.',
  input: v.object({ seasonId: id }),
  output: v.object({ seasonId: id, cancelledSeats: v.number() }),
  refusals: ['NO_SUCH_SEASON'],
  may: 'staff',
  writes: true,
})

export const listMySeasons = procedure('shuttle.listMySeasons', {
  summary: 'My seasons that have not ended, and those I made for others.',
  input: v.object({}),
  output: v.object({ seasons: v.array(season) }),
  refusals: [],
  may: 'staff',
})

export const getBoardingPass = procedure('shuttle.getBoardingPass', {
  summary: 'The signed codes of a seat of mine for the next minutes, each good for its own half minute.',
  input: v.object({ reservationId: id }),
  output: v.object({
    now: instant,
    seat: mySeat,
    /** In order; show the one whose time it is, ask again before the last ends. Empty outside of the window. */
    codes: v.array(
      v.object({
        validFrom: instant,
        validUntil: instant,
        token: v.string(),
        /** To be read aloud. */ humanCode: v.string(),
      }),
    ),
    opensAt: instant,
    closesAt: instant,
  }),
  refusals: ['NO_SUCH_RESERVATION', 'NOT_RESERVED'],
  may: 'staff',
})

export const getMyRideRecord = procedure('shuttle.getMyRideRecord', {
  summary: 'My rides, no-shows and late cancellations of the last 180 days, as the fleet sees them.',
  input: v.object({}),
  output: v.object({
    rides: v.number(),
    noShows: v.number(),
    lateCancels: v.number(),
    entries: v.array(
      v.object({
        reservationId: id,
        day,
        route: v.string(),
        departsAt: instant,
        fromStop: v.string(),
        what: v.picklist(['noShow', 'lateCancel']),
      }),
    ),
  }),
  refusals: [],
  may: 'staff',
})
