import * as v from 'valibot'
import { day, id, instant, optionalText, text, whole } from './fields'
import { procedure } from './procedure'
import { seatStatus } from './shuttle-ride'
import { gtfsId, routeBrief, seatKind, serviceSeconds, shuttleNotice } from './shuttle-words'

const fleet = ['fleet', 'dispatcher', 'manager', 'admin'] as const

export const reportDelay = procedure('shuttle.reportDelay', {
  summary: 'Say that a trip of a day is late by so many minutes, on time again (0), or cancelled; riders are told.',
  input: v.object({
    tripId: gtfsId,
    day,
    startsAtSeconds: v.optional(serviceSeconds),
    delayMinutes: v.optional(whole(0, 600), 0),
    isCancelled: v.optional(v.boolean(), false),
    note: optionalText(100, '说明'),
  }),
  output: v.object({ tripId: gtfsId, day, delayMinutes: v.number(), isCancelled: v.boolean(), told: v.number() }),
  refusals: ['NO_SUCH_TRIP', 'DOES_NOT_RUN'],
  may: fleet,
  writes: true,
})

export const listShuttleNotices = procedure('shuttle.listShuttleNotices', {
  summary: 'Notices in force, to come and past, newest first, at most 100.',
  input: v.object({}),
  output: v.object({ notices: v.array(shuttleNotice) }),
  refusals: [],
  may: fleet,
})

export const saveShuttleNotice = procedure('shuttle.saveShuttleNotice', {
  summary: 'Tell riders of a change for some days, for all lines or some; `isRemoved` takes it back.',
  input: v.object({
    noticeId: v.optional(id),
    routeIds: v.optional(v.pipe(v.array(gtfsId), v.maxLength(50, '最多 50 条线路')), []),
    title: text(40, '标题'),
    body: optionalText(500, '内容'),
    from: day,
    until: day,
    isRemoved: v.optional(v.boolean(), false),
  }),
  output: shuttleNotice,
  refusals: ['NO_SUCH_NOTICE', 'NO_SUCH_LINE', 'ENDS_BEFORE_START'],
  may: fleet,
  writes: true,
})

/** A trip of one day as the fleet sees it. */
export const run = v.object({
  tripId: gtfsId,
  day,
  startsAtSeconds: v.optional(v.number()),
  route: routeBrief,
  headsign: v.string(),
  departsAt: instant,
  arrivesAt: instant,
  firstStop: v.string(),
  lastStop: v.string(),
  delayMinutes: v.number(),
  isCancelled: v.boolean(),
  changeNote: v.string(),
  headwaySeconds: v.optional(v.number()),
  vehicleId: v.optional(id),
  plate: v.string(),
  driverId: v.optional(id),
  driver: v.string(),
  isMine: v.boolean(),
  isReservable: v.boolean(),
  seats: v.number(),
  wheelchairPlaces: v.number(),
  /** People with a place at all, however short, and how many of them are on board or boarded. */
  reserved: v.number(),
  boarded: v.number(),
  waiting: v.number(),
  /** The fullest segment. */
  mostTaken: v.number(),
  isClosed: v.boolean(),
})
export type Run = v.InferOutput<typeof run>

export const listRuns = procedure('shuttle.listRuns', {
  summary: 'The trips of a day in the order of departure; `mine` only those that I drive. At most 500.',
  input: v.object({ day: v.optional(day), mine: v.optional(v.boolean(), false) }),
  output: v.object({ now: instant, day, runs: v.array(run) }),
  refusals: [],
  may: fleet,
})

/** A rider on the manifest. */
export const manifestSeat = v.object({
  reservationId: id,
  rider: v.string(),
  department: v.string(),
  isGuest: v.boolean(),
  kind: seatKind,
  fromStopId: gtfsId,
  toStopId: gtfsId,
  status: seatStatus,
  boardedAt: v.optional(instant),
})
export type ManifestSeat = v.InferOutput<typeof manifestSeat>

export const getManifest = procedure('shuttle.getManifest', {
  summary: 'Who rides a trip of a day, stop by stop, and who is on board.',
  input: v.object({ tripId: gtfsId, day }),
  output: v.object({
    now: instant,
    run,
    stops: v.array(
      v.object({
        stopId: gtfsId,
        name: v.string(),
        departsAt: instant,
        boards: v.number(),
        alights: v.number(),
        /** Free from here to the next stop. */
        free: v.number(),
      }),
    ),
    seats: v.array(manifestSeat),
    /** Let in without a reservation. */
    walkIns: v.number(),
    /** Codes that were not good. */
    refused: v.number(),
  }),
  refusals: ['NO_SUCH_TRIP', 'DOES_NOT_RUN'],
  may: fleet,
  readsPersonalData: true,
})

export const boardRider = procedure('shuttle.boardRider', {
  summary: 'Let somebody on by the code they show, or by tapping their name; without either one more without a seat.',
  input: v.object({
    tripId: gtfsId,
    day,
    /** What the camera read, or the six digits below it. */
    code: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('乘车码是空的'), v.maxLength(200, '这不是乘车码'))),
    reservationId: v.optional(id),
    /** Where it happens; for counting those without a seat. */
    stopId: v.optional(gtfsId),
  }),
  output: v.object({
    seat: v.optional(manifestSeat),
    boarded: v.number(),
    reserved: v.number(),
    walkIns: v.number(),
  }),
  /** ALREADY_BOARDED has `rider` and `boardedAt`; WRONG_TRIP says which in `route`, `departsAt`. Each is counted as refused. */
  refusals: [
    'NO_SUCH_TRIP',
    'DOES_NOT_RUN',
    'FORGED_CODE',
    'STALE_CODE',
    'WRONG_TRIP',
    'ALREADY_BOARDED',
    'SEAT_CANCELLED',
    'NO_SUCH_RESERVATION',
    'NOT_BOARDING_TIME',
    'NO_FREE_SEAT',
  ],
  may: fleet,
  writes: true,
})

export const unboardRider = procedure('shuttle.unboardRider', {
  summary: 'Take back a boarding that was a mistake.',
  input: v.object({ tripId: gtfsId, day, reservationId: id }),
  output: v.object({ seat: manifestSeat }),
  refusals: ['NO_SUCH_RESERVATION', 'NOT_BOARDED'],
  may: fleet,
  writes: true,
})

export const vehicle = v.object({
  vehicleId: id,
  plate: v.string(),
  name: v.string(),
  seats: v.number(),
  wheelchairPlaces: v.number(),
  isRetired: v.boolean(),
})
export type Vehicle = v.InferOutput<typeof vehicle>

/** How seats are given, and what is open data. */
export const shuttleSetting = v.object({
  /** A seat can be reserved from 00:00 of so many days before its day. */
  opensDays: whole(1, 60),
  /** … until so many minutes before the departure at its stop. */
  closesMinutes: whole(0, 1440),
  /** Cancelled later than so many minutes before the departure is written down. */
  lateCancelMinutes: whole(0, 1440),
  /** A seat that became free is held for the first who waits for so many minutes. */
  holdMinutes: whole(1, 240),
  mostPerDay: whole(1, 20),
  mostAhead: whole(1, 200),
  /** GET /gtfs/<institution>.zip answers everybody. */
  isPublic: v.boolean(),
})
export type ShuttleSetting = v.InferOutput<typeof shuttleSetting>

/** Whether seats of a line are reserved, and how many there are where no vehicle says it. */
export const lineRule = v.object({
  routeId: gtfsId,
  isReservable: v.boolean(),
  seats: whole(1, 300),
  wheelchairPlaces: whole(0, 20),
})
export type LineRule = v.InferOutput<typeof lineRule>

export const getShuttleSetting = procedure('shuttle.getShuttleSetting', {
  summary: 'How seats are given, the lines with their rules, the vehicles, and the drivers to choose from.',
  input: v.object({}),
  output: v.object({
    setting: shuttleSetting,
    lines: v.array(v.object({ route: routeBrief, rule: lineRule })),
    vehicles: v.array(vehicle),
    drivers: v.array(v.object({ personId: id, name: v.string() })),
    /** Where the public feed is, when it is public. */
    feedPath: v.string(),
  }),
  refusals: [],
  may: fleet,
})

export const saveShuttleSetting = procedure('shuttle.saveShuttleSetting', {
  summary: 'Change how seats are given from now on. What is reserved stays.',
  input: shuttleSetting,
  output: shuttleSetting,
  refusals: [],
  may: ['fleet', 'manager', 'admin'],
  writes: true,
})
