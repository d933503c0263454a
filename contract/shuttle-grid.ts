import * as v from 'valibot'
import { day, id, optionalText, text, whole } from './fields'
import { procedure } from './procedure'
import { timetable } from './shuttle-timetables'
import { gtfsId, routeBrief, serviceRule, serviceSeconds, stop } from './shuttle-words'

const fleet = ['fleet', 'manager', 'admin'] as const
/** Every edit names the revision it was made on, so that two dispatchers never overwrite each other. */
const onDraft = { timetableId: id, revision: whole(1, 1_000_000_000) }
const editRefusals = ['NO_SUCH_TIMETABLE', 'NOT_A_DRAFT', 'CHANGED_SINCE'] as const

/** When trips run: a GTFS service. */
export const service = v.object({
  serviceId: gtfsId,
  name: optionalText(40, '名称'),
  rule: serviceRule,
  /** ISO weekdays, 1 is Monday; used where the rule is `calendar`. */
  weekdays: v.pipe(v.array(whole(1, 7)), v.maxLength(7)),
  /** Both absent: it runs on its added days only. */
  startsOn: v.optional(day),
  endsOn: v.optional(day),
  addedDays: v.pipe(v.array(day), v.maxLength(1000)),
  removedDays: v.pipe(v.array(day), v.maxLength(1000)),
})
export type Service = v.InferOutput<typeof service>

export const createTimetable = procedure('shuttle.createTimetable', {
  summary: 'Begin a draft timetable: empty, or a copy of another one to be changed.',
  input: v.object({ name: text(60, '名称'), copyOf: v.optional(id) }),
  output: timetable,
  refusals: ['NO_SUCH_TIMETABLE'],
  may: fleet,
  writes: true,
})

export const getTimetable = procedure('shuttle.getTimetable', {
  summary: 'A timetable for editing: lines with their directions, stops, services.',
  input: v.object({ timetableId: id }),
  output: v.object({
    timetable,
    revision: v.number(),
    routes: v.array(
      v.object({
        ...routeBrief.entries,
        directions: v.array(v.object({ directionId: v.number(), headsign: v.string(), trips: v.number() })),
      }),
    ),
    /** At most 2000. */
    stops: v.array(stop),
    services: v.array(service),
  }),
  refusals: ['NO_SUCH_TIMETABLE'],
  may: fleet,
})

/** A grid larger than this is changed in its feed. */
export const mostGridTrips = 500
export const mostGridStops = 100

export const gridTrip = v.object({
  /** Absent for a new one. */
  tripId: v.optional(gtfsId),
  serviceId: gtfsId,
  isWheelchair: v.optional(v.boolean(), false),
  /** Departure in seconds of the service day by stop; null where it does not stop. Two at least, rising. */
  times: v.pipe(v.array(v.nullable(serviceSeconds)), v.maxLength(mostGridStops)),
  /** It leaves every so many seconds from one second of the service day until before another; pauses lie between two. */
  headways: v.optional(
    v.pipe(
      v.array(v.object({ seconds: whole(30, 86_400), from: serviceSeconds, until: serviceSeconds })),
      v.maxLength(20, '最多 20 段'),
    ),
  ),
  plate: optionalText(20, '车牌'),
  seats: v.optional(whole(1, 300)),
  driver: optionalText(40, '司机'),
})
export type GridTrip = v.InferOutput<typeof gridTrip>

const gridOf = { routeId: gtfsId, directionId: whole(0, 1) }

export const getTimetableGrid = procedure('shuttle.getTimetableGrid', {
  summary: 'The grid of a line and direction: stops are columns, trips rows, in the order of their first times.',
  input: v.object({ timetableId: id, ...gridOf }),
  output: v.object({
    revision: v.number(),
    headsign: v.string(),
    stopIds: v.array(gtfsId),
    /** At most 500. */
    trips: v.array(gridTrip),
  }),
  /** TOO_LARGE_GRID: more than 500 trips or 100 stops; such a line is changed in its feed. */
  refusals: ['NO_SUCH_TIMETABLE', 'NO_SUCH_LINE', 'TOO_LARGE_GRID'],
  may: fleet,
})

export const saveTimetableGrid = procedure('shuttle.saveTimetableGrid', {
  summary: 'Write the whole grid of a line and direction of a draft. Trips that stay keep their ids.',
  input: v.object({
    ...onDraft,
    ...gridOf,
    headsign: optionalText(60, '方向'),
    stopIds: v.pipe(v.array(gtfsId), v.minLength(2, '至少两站'), v.maxLength(mostGridStops, '最多 100 站')),
    trips: v.pipe(v.array(gridTrip), v.maxLength(mostGridTrips, '最多 500 个班次')),
  }),
  output: v.object({
    revision: v.number(),
    /** The ids of the trips as they were sent, one by one: those of new ones too. */
    tripIds: v.array(gtfsId),
  }),
  /** TIMES_DECREASE and TOO_FEW_STOPS name `trip` (its position, 0 first). */
  refusals: [
    ...editRefusals,
    'NO_SUCH_LINE',
    'TOO_LARGE_GRID',
    'NO_SUCH_STOP',
    'NO_SUCH_SERVICE',
    'NO_SUCH_TRIP',
    'TIMES_DECREASE',
    'TOO_FEW_STOPS',
  ],
  may: fleet,
  writes: true,
})

const hexColor = v.pipe(v.string(), v.regex(/^(?:[0-9A-Fa-f]{6})?$/, '颜色须为六位十六进制数'))

export const saveRoute = procedure('shuttle.saveRoute', {
  summary: 'Add or change a line of a draft; `isRemoved` takes it out with its trips.',
  input: v.object({
    ...onDraft,
    routeId: v.optional(gtfsId),
    shortName: text(20, '线路名'),
    longName: optionalText(60, '线路说明'),
    color: v.optional(hexColor, ''),
    textColor: v.optional(hexColor, ''),
    isRemoved: v.optional(v.boolean(), false),
  }),
  output: v.object({ revision: v.number(), route: routeBrief }),
  refusals: [...editRefusals, 'NO_SUCH_LINE'],
  may: fleet,
  writes: true,
})

export const saveStop = procedure('shuttle.saveStop', {
  summary: 'Add or change a stop of a draft; `isRemoved` takes out one at which nothing stops.',
  input: v.object({
    ...onDraft,
    stopId: v.optional(gtfsId),
    name: text(60, '站名'),
    code: optionalText(20, '站牌编号'),
    lat: v.optional(v.pipe(v.number(), v.minValue(-90, '纬度不对'), v.maxValue(90, '纬度不对'))),
    lon: v.optional(v.pipe(v.number(), v.minValue(-180, '经度不对'), v.maxValue(180, '经度不对'))),
    isRemoved: v.optional(v.boolean(), false),
  }),
  output: v.object({ revision: v.number(), stop }),
  refusals: [...editRefusals, 'NO_SUCH_STOP', 'STOP_IN_USE', 'NEEDS_CONSOLE'],
  may: fleet,
  writes: true,
})

export const saveService = procedure('shuttle.saveService', {
  summary: 'Add or change when trips of a draft run; `isRemoved` takes out one that no trip uses.',
  input: v.object({
    ...onDraft,
    ...service.entries,
    serviceId: v.optional(gtfsId),
    isRemoved: v.optional(v.boolean(), false),
  }),
  output: v.object({ revision: v.number(), service }),
  refusals: [...editRefusals, 'NO_SUCH_SERVICE', 'SERVICE_IN_USE', 'ENDS_BEFORE_START'],
  may: fleet,
  writes: true,
})
