import * as v from 'valibot'
import { equipment, layout, room, roomRules, specialDay } from './booking'
import { day, file, id, optionalText, text, whole } from './fields'
import { rowRemark, unreadRow } from './people'
import { procedure } from './procedure'

const roomKeepers = ['steward', 'admin'] as const

/** A room as its stewards edit it. */
export const roomRecord = v.object({
  ...room.entries,
  buildingId: id,
  doorToken: v.string(),
  humanCode: v.string(),
  isRetired: v.boolean(),
})
export type RoomRecord = v.InferOutput<typeof roomRecord>

export const place = v.object({
  siteId: id,
  name: v.string(),
  buildings: v.array(v.object({ buildingId: id, name: v.string(), rooms: v.number() })),
})

export const listPlaces = procedure('booking.listPlaces', {
  summary: 'Sites with their buildings, each with how many rooms it has.',
  input: v.object({}),
  output: v.object({ sites: v.array(place) }),
  refusals: [],
  may: 'staff',
})

export const savePlace = procedure('booking.savePlace', {
  summary: 'Add or rename a site or (with a site) a building.',
  input: v.object({
    siteId: v.optional(id),
    buildingId: v.optional(id),
    kind: v.picklist(['site', 'building']),
    name: text(40, '名称'),
  }),
  output: v.object({ siteId: id, buildingId: v.optional(id), name: v.string() }),
  refusals: ['NO_SUCH_PLACE', 'NAME_TAKEN'],
  may: roomKeepers,
  writes: true,
})

export const listRoomRecords = procedure('booking.listRoomRecords', {
  summary: 'All rooms with codes and rules, for those who keep the directory.',
  input: v.object({
    query: optionalText(40, '搜索内容'),
    siteId: v.optional(id),
    cursor: v.optional(v.string()),
    limit: v.optional(whole(1, 100), 50),
  }),
  output: v.object({ items: v.array(roomRecord), nextCursor: v.optional(v.string()), total: v.number() }),
  refusals: [],
  may: roomKeepers,
})

export const saveRoom = procedure('booking.saveRoom', {
  summary: 'Add a room or change one. A longer turnover that would make two meetings clash is refused with the pairs.',
  input: v.object({
    roomId: v.optional(id),
    buildingId: id,
    floor: optionalText(20, '楼层'),
    name: text(40, '房间名称'),
    equipment: v.optional(v.array(equipment), []),
    layouts: v.optional(v.array(layout), []),
    notice: optionalText(200, '使用须知'),
    rules: roomRules,
  }),
  output: roomRecord,
  refusals: [
    'NO_SUCH_ROOM',
    'NO_SUCH_PLACE',
    'NO_SUCH_DEPARTMENT',
    'NAME_TAKEN',
    'HOURS_INVALID',
    'TURNOVER_CLASH',
    'NEEDS_CONSOLE',
  ],
  may: roomKeepers,
  writes: true,
})

export const retireRoom = procedure('booking.retireRoom', {
  summary: 'Take a room out of the directory, or bring it back. Coming bookings must be moved or cancelled first.',
  input: v.object({ roomId: id, isRetired: v.boolean() }),
  output: v.object({ roomId: id, isRetired: v.boolean() }),
  refusals: ['NO_SUCH_ROOM', 'HAS_COMING_BOOKINGS'],
  may: roomKeepers,
  writes: true,
})

export const setRoomPhoto = procedure('booking.setRoomPhoto', {
  summary:
    'Set the picture of a room (JPEG, PNG or WebP, at most 5 MB); it is re-encoded without metadata. Empty removes it.',
  input: v.object({ roomId: id, content: v.string() }),
  output: v.object({ roomId: id, photo: v.string() }),
  refusals: ['NO_SUCH_ROOM', 'NOT_A_PICTURE', 'NEEDS_CONSOLE'],
  may: roomKeepers,
  writes: true,
  maxBytes: 7_500_000,
})

/** What a sheet's row says of one room, after reading. */
export const roomRow = v.object({
  line: whole(1, 1_000_000),
  /** Name of the sheet it stands in; given only when more than one sheet was read. */
  sheet: optionalText(60, '工作表'),
  site: optionalText(40, '院区'),
  building: text(40, '楼宇'),
  floor: optionalText(20, '楼层'),
  name: text(40, '会议室名称'),
  capacity: whole(1, 5000),
  equipment: v.optional(v.array(equipment), []),
  opening: roomRules.entries.opening,
  isBookable: v.optional(v.boolean(), true),
  notice: optionalText(200, '备注'),
})
export type RoomRow = v.InferOutput<typeof roomRow>

export const previewRooms = procedure('booking.previewRooms', {
  summary:
    'Read a sheet of rooms (xlsx or csv) and say row by row what is new, changed, guessed or unreadable. Writes nothing.',
  input: file,
  output: v.object({
    sheet: v.string(),
    columns: v.array(v.object({ header: v.string(), field: v.string() })),
    rows: v.array(
      v.object({
        ...roomRow.entries,
        change: v.picklist(['new', 'changed', 'same']),
        changedFields: v.array(v.string()),
      }),
    ),
    remarks: v.array(rowRemark),
    unreadable: v.array(unreadRow),
    missing: v.array(v.object({ roomId: id, name: v.string(), place: v.string() })),
    counts: v.object({
      new: v.number(),
      changed: v.number(),
      same: v.number(),
      missing: v.number(),
      errors: v.number(),
    }),
  }),
  refusals: ['UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'NEEDS_CONSOLE'],
  may: roomKeepers,
  maxBytes: 12_000_000,
})

export const importRooms = procedure('booking.importRooms', {
  summary:
    'Write the rows the clerk confirmed: all or none. What a row leaves empty stays as it is; importing the same rows again changes nothing.',
  input: v.object({
    rows: v.pipe(v.array(roomRow), v.minLength(1, '没有可导入的行'), v.maxLength(5000, '一次最多导入 5000 行')),
    /** The site of rows that name none. */
    siteId: v.optional(id),
  }),
  output: v.object({ added: v.number(), changed: v.number(), same: v.number() }),
  refusals: ['NO_SUCH_PLACE', 'DOUBLED_ROOM', 'HOURS_INVALID', 'NEEDS_CONSOLE'],
  may: roomKeepers,
  writes: true,
  maxBytes: 10_000_000,
})

export const listSpecialDays = procedure('booking.listSpecialDays', {
  summary: 'Holidays and make-up workdays of a year.',
  input: v.object({ year: whole(2020, 2100) }),
  output: v.object({ specialDays: v.array(specialDay) }),
  refusals: [],
  may: 'staff',
})

export const saveSpecialDay = procedure('booking.saveSpecialDay', {
  summary: 'Set one day as holiday or make-up workday, or (with `isOffDay` null) as an ordinary day again.',
  input: v.object({ day, isOffDay: v.nullable(v.boolean()), name: optionalText(20, '名称') }),
  output: v.object({ day }),
  refusals: [],
  may: 'admin',
  writes: true,
})
