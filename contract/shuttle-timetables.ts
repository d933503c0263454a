import * as v from 'valibot'
import { base64, day, file, id, instant, optionalText, text, whole } from './fields'
import { procedure } from './procedure'
import { serviceRule, serviceSeconds } from './shuttle-words'

const fleet = ['fleet', 'manager', 'admin'] as const

/** A remark on a feed under the name that the public GTFS validator uses: `foreign_key_violation`, `duplicate_key` … */
export const feedNotice = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  file: v.string(),
  /** Line in the file, the header is 1; absent when it is about the whole file. */
  line: v.optional(v.number()),
  field: v.string(),
  value: v.string(),
  /** A Chinese sentence. */
  message: v.string(),
})
export type FeedNotice = v.InferOutput<typeof feedNotice>

/** How much of everything a timetable holds. */
export const timetableCounts = v.object({
  routes: v.number(),
  stops: v.number(),
  trips: v.number(),
  stopTimes: v.number(),
  services: v.number(),
  frequencies: v.number(),
})
export type TimetableCounts = v.InferOutput<typeof timetableCounts>

export const timetable = v.object({
  timetableId: id,
  name: v.string(),
  agencyName: v.string(),
  /** IANA, e.g. Asia/Shanghai: service days are counted in it. */
  timezone: v.string(),
  status: v.picklist(['draft', 'published', 'retired']),
  source: v.picklist(['gtfs', 'sheet', 'hand']),
  counts: timetableCounts,
  /** The first and last service day of its calendars. */
  firstDay: v.optional(day),
  lastDay: v.optional(day),
  createdAt: instant,
  publishedAt: v.optional(instant),
})
export type Timetable = v.InferOutput<typeof timetable>

export const listTimetables = procedure('shuttle.listTimetables', {
  summary: 'Timetables, the one in force first, then drafts, then those before it, at most 100.',
  input: v.object({}),
  output: v.object({ timetables: v.array(timetable) }),
  refusals: [],
  may: fleet,
})

const feedFile = {
  fileName: text(200, '文件名'),
  content: v.pipe(base64, v.nonEmpty('文件是空的')),
}

export const previewGtfs = procedure('shuttle.previewGtfs', {
  summary:
    'Read a GTFS feed (zip) and say what is in it and what is wrong with it, with file and line. Writes nothing.',
  input: v.object(feedFile),
  output: v.object({
    agencyName: v.string(),
    timezone: v.string(),
    counts: timetableCounts,
    files: v.array(v.object({ name: v.string(), rows: v.number(), isRead: v.boolean() })),
    firstDay: v.optional(day),
    lastDay: v.optional(day),
    /** At most 500, the errors first; `counted` says how many there are of each code. */
    notices: v.array(feedNotice),
    counted: v.array(v.object({ code: v.string(), severity: v.string(), count: v.number() })),
    canImport: v.boolean(),
  }),
  /** TOO_LARGE_FEED and UNSAFE_FEED (a path that leaves the archive) name the part in `detail.file`. */
  refusals: ['UNREADABLE_FILE', 'TOO_LARGE_FEED', 'UNSAFE_FEED', 'NEEDS_CONSOLE'],
  may: fleet,
  maxBytes: 64_000_000,
})

export const importGtfs = procedure('shuttle.importGtfs', {
  summary: 'Write a GTFS feed as a new draft timetable: all of it, or nothing when it has errors.',
  input: v.object({ ...feedFile, name: text(60, '名称') }),
  output: timetable,
  /** FEED_INVALID has the first 50 `notices` in its detail. */
  refusals: ['UNREADABLE_FILE', 'TOO_LARGE_FEED', 'UNSAFE_FEED', 'FEED_INVALID', 'NEEDS_CONSOLE'],
  may: fleet,
  writes: true,
  maxBytes: 64_000_000,
})

export const exportGtfs = procedure('shuttle.exportGtfs', {
  summary: 'A timetable as a GTFS feed (zip) that imports as the same timetable.',
  input: v.object({ timetableId: id }),
  output: file,
  refusals: ['NO_SUCH_TIMETABLE', 'NEEDS_CONSOLE'],
  may: fleet,
})

/** One trip read from a sheet: 1号线 上班 7:10. */
export const sheetTrip = v.object({
  sheet: v.string(),
  row: whole(1, 1_000_000),
  /** How its column is headed, where the stops stand down the side; the row is then that of the head. */
  column: v.optional(v.string()),
  route: text(40, '线路'),
  direction: optionalText(40, '方向'),
  stops: v.array(
    v.object({
      stop: text(60, '站点'),
      departure: serviceSeconds,
      /** Not written: laid evenly between the times around it. */
      isGuessed: v.boolean(),
    }),
  ),
  rule: serviceRule,
  /** ISO weekdays on which it runs, where the rule is `calendar`. */
  weekdays: v.array(whole(1, 7)),
  /** It leaves every so many seconds from one second of the service day until before another; a pause parts two trips. */
  headway: v.optional(v.object({ seconds: whole(30, 86_400), from: serviceSeconds, until: serviceSeconds })),
  seats: v.optional(whole(1, 300)),
  plate: optionalText(20, '车牌'),
  driver: optionalText(40, '司机'),
  driverPhone: optionalText(20, '司机电话'),
  /** What had to be guessed, in Chinese. */
  guesses: v.array(v.string()),
  note: optionalText(200, '备注'),
})
export type SheetTrip = v.InferOutput<typeof sheetTrip>

export const previewShuttleSheet = procedure('shuttle.previewShuttleSheet', {
  summary: 'Read the timetable out of an Excel or CSV file as departments write it. Writes nothing.',
  input: v.object(feedFile),
  output: v.object({
    title: v.string(),
    trips: v.array(sheetTrip),
    /** What could not be read, by sheet and row; the import takes the rest. */
    problems: v.array(v.object({ sheet: v.string(), row: v.number(), message: v.string() })),
    /** Remarks below the table that people should read. */
    remarks: v.array(v.string()),
  }),
  refusals: ['UNREADABLE_FILE', 'NO_TIMETABLE_FOUND', 'NEEDS_CONSOLE'],
  may: fleet,
  maxBytes: 8_000_000,
})

export const importShuttleSheet = procedure('shuttle.importShuttleSheet', {
  summary: 'Write trips read from a sheet, as they were looked through, as a new draft timetable.',
  input: v.object({
    name: text(60, '名称'),
    firstDay: day,
    lastDay: day,
    trips: v.pipe(v.array(sheetTrip), v.minLength(1, '没有班次'), v.maxLength(2000, '最多 2000 个班次')),
  }),
  output: timetable,
  /** TIMES_DECREASE names `row`, `stop`, and `column` where the trip has one. */
  refusals: ['ENDS_BEFORE_START', 'TIMES_DECREASE', 'TOO_FEW_STOPS', 'NEEDS_CONSOLE'],
  may: fleet,
  writes: true,
  maxBytes: 4_000_000,
})

export const exportShuttleSheet = procedure('shuttle.exportShuttleSheet', {
  summary: 'A timetable as an Excel sheet for the wall: a table for each line and direction.',
  input: v.object({ timetableId: id }),
  output: file,
  refusals: ['NO_SUCH_TIMETABLE', 'TOO_LARGE_TIMETABLE', 'NEEDS_CONSOLE'],
  may: fleet,
  // it names the drivers with their phones
  readsPersonalData: true,
})

export const publishTimetable = procedure('shuttle.publishTimetable', {
  summary: 'Put a timetable in force at once; the one before is retired, can come back, and riders are told.',
  input: v.object({ timetableId: id }),
  /** Reservations of trips that run no longer were cancelled; their riders were told. */
  output: v.object({ timetable, cancelledSeats: v.number() }),
  refusals: ['NO_SUCH_TIMETABLE', 'NOTHING_TO_PUBLISH'],
  may: fleet,
  writes: true,
})

export const removeTimetable = procedure('shuttle.removeTimetable', {
  summary: 'Throw a draft or a retired timetable away.',
  input: v.object({ timetableId: id }),
  output: v.object({ timetableId: id }),
  refusals: ['NO_SUCH_TIMETABLE', 'IN_FORCE'],
  may: fleet,
  writes: true,
})
