import * as v from 'valibot'
import { day, file, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { procedure } from './procedure'
import { lineRule, run, vehicle } from './shuttle-fleet'
import { gtfsId } from './shuttle-words'

const fleet = ['fleet', 'manager', 'admin'] as const

export const saveLineRule = procedure('shuttle.saveLineRule', {
  summary: 'Open or close a line for reserving, and say how many seats it has. Never below what is reserved.',
  input: lineRule,
  output: lineRule,
  /** SEATS_TAKEN names the first `tripId` and `day` on which more are reserved. */
  refusals: ['NO_SUCH_LINE', 'SEATS_TAKEN'],
  may: fleet,
  writes: true,
})

export const saveVehicle = procedure('shuttle.saveVehicle', {
  summary: 'Add or change a vehicle; a retired one is assigned to nothing new.',
  input: v.object({
    vehicleId: v.optional(id),
    plate: text(12, '车牌'),
    name: optionalText(20, '名称'),
    seats: whole(1, 300),
    wheelchairPlaces: v.optional(whole(0, 20), 0),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: vehicle,
  refusals: ['NO_SUCH_VEHICLE', 'PLATE_TAKEN', 'SEATS_TAKEN'],
  may: fleet,
  writes: true,
})

export const assignTrip = procedure('shuttle.assignTrip', {
  summary: 'Vehicle and driver of a trip, on one day or always; absent ones are taken away.',
  input: v.object({
    tripId: gtfsId,
    /** Without it on every day that has nothing of its own. */
    day: v.optional(day),
    vehicleId: v.optional(id),
    driverId: v.optional(id),
  }),
  output: v.object({ tripId: gtfsId, plate: v.string(), driver: v.string() }),
  refusals: ['NO_SUCH_TRIP', 'NO_SUCH_VEHICLE', 'NO_SUCH_PERSON', 'NOT_A_DRIVER', 'SEATS_TAKEN'],
  may: fleet,
  writes: true,
})

export const closeRun = procedure('shuttle.closeRun', {
  summary: 'The trip is over: whoever did not board is a no-show. What nobody closes is closed by itself afterwards.',
  input: v.object({ tripId: gtfsId, day }),
  output: v.object({ run, noShows: v.number() }),
  refusals: ['NO_SUCH_TRIP', 'DOES_NOT_RUN', 'NOT_DEPARTED'],
  may: ['fleet', 'dispatcher', 'manager', 'admin'],
  writes: true,
})

export const listNoShows = procedure('shuttle.listNoShows', {
  summary: 'The ledger: no-shows and late cancellations, newest first; each can be excused.',
  input: v.object({ query: optionalText(40, '搜索内容'), from: v.optional(day), until: v.optional(day), ...paging }),
  output: pageOf(
    v.object({
      reservationId: id,
      rider: v.string(),
      department: v.string(),
      day,
      route: v.string(),
      departsAt: instant,
      fromStop: v.string(),
      what: v.picklist(['noShow', 'lateCancel']),
      isExcused: v.boolean(),
      excuse: v.string(),
      /** How many stand in the ledger for this rider in 180 days, excused ones left out. */
      inLedger: v.number(),
    }),
  ),
  refusals: ['ENDS_BEFORE_START'],
  may: fleet,
  readsPersonalData: true,
})

export const excuseNoShow = procedure('shuttle.excuseNoShow', {
  summary: 'Excuse an entry of the ledger, or no longer; the rider sees it too.',
  input: v.object({ reservationId: id, isExcused: v.boolean(), excuse: optionalText(100, '原因') }),
  output: v.object({ reservationId: id, isExcused: v.boolean() }),
  refusals: ['NOT_IN_LEDGER'],
  may: fleet,
  writes: true,
})

/** booked = had a place at departure; refused = codes that were not good; walkIns = let in without one. */
const ridershipCounts = {
  booked: v.number(),
  boarded: v.number(),
  noShow: v.number(),
  lateCancel: v.number(),
  refused: v.number(),
  walkIns: v.number(),
}

export const getRidership = procedure('shuttle.getRidership', {
  summary: 'How many booked, boarded, did not come or were refused, by line, trip, day and segment.',
  input: v.object({ from: day, until: day, routeId: v.optional(gtfsId) }),
  output: v.object({
    total: v.object({ ...ridershipCounts, runs: v.number(), seats: v.number() }),
    days: v.array(v.object({ day, ...ridershipCounts })),
    /** At most 200, the fullest first. `load` is the fullest segment over the seats, mean over its runs, 0–1. */
    trips: v.array(
      v.object({
        tripId: gtfsId,
        route: v.string(),
        headsign: v.string(),
        departure: v.number(),
        runs: v.number(),
        load: v.number(),
        ...ridershipCounts,
      }),
    ),
    /** Of one line only: between each two stops, means over the runs. */
    segments: v.array(
      v.object({
        headsign: v.string(),
        fromStop: v.string(),
        toStop: v.string(),
        booked: v.number(),
        boarded: v.number(),
        seats: v.number(),
      }),
    ),
  }),
  refusals: ['ENDS_BEFORE_START', 'TOO_LONG'],
  may: fleet,
})

export const exportRidership = procedure('shuttle.exportRidership', {
  summary: 'The ridership of a stretch of days as Excel: days, trips, segments.',
  input: v.object({ from: day, until: day, routeId: v.optional(gtfsId) }),
  output: file,
  refusals: ['ENDS_BEFORE_START', 'TOO_LONG', 'NEEDS_CONSOLE'],
  may: fleet,
})
