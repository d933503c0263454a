import * as v from 'valibot'
import { wishRefusals } from './booking-rules'
import { day, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { week } from './opening-hours'
import { colleague } from './people'
import { procedure } from './procedure'

export const layouts = ['classroom', 'square', 'theatre'] as const
export const layout = v.picklist(layouts)
export type Layout = v.InferOutput<typeof layout>

export const equipmentWords = [
  'projector',
  'television',
  'whiteboard',
  'videoConference',
  'sound',
  'microphone',
  'interpretation',
  'computer',
] as const
export const equipment = v.picklist(equipmentWords)
export type Equipment = v.InferOutput<typeof equipment>

export const roomRules = v.object({
  isBookable: v.boolean(),
  capacity: whole(1, 5000),
  opening: week,
  openToDepartmentIds: v.array(id),
  windows: v.array(
    v.object({ departmentId: id, weekdays: v.array(whole(1, 7)), from: whole(0, 1440), to: whole(0, 1440) }),
  ),
  minMinutes: whole(5, 1440),
  maxMinutes: whole(5, 1440),
  daysAhead: whole(0, 730),
  turnoverMinutes: whole(0, 240),
  cancelUntilMinutes: whole(0, 20160),
})

/** A room as one looks at it, with the rules it books by. */
export const room = v.object({
  roomId: id,
  name: v.string(),
  siteId: id,
  site: v.string(),
  building: v.string(),
  floor: v.string(),
  equipment: v.array(equipment),
  layouts: v.array(layout),
  /** Address of the picture, or empty. */
  photo: v.string(),
  notice: v.string(),
  rules: roomRules,
})
export type Room = v.InferOutput<typeof room>

export const specialDay = v.object({ day, isOffDay: v.boolean(), name: v.string() })

/** What takes up a room, in minutes of the day; the purpose is there only when it is one's own. */
export const busy = v.object({
  bookingId: id,
  from: v.number(),
  to: v.number(),
  /** With the turnover minutes that follow it. */
  until: v.number(),
  isMine: v.boolean(),
  who: v.string(),
  purpose: v.optional(v.string()),
})
export type Busy = v.InferOutput<typeof busy>

export const bookingStatus = v.picklist(['confirmed', 'cancelled'])

export const booking = v.object({
  bookingId: id,
  roomId: id,
  roomName: v.string(),
  place: v.string(),
  startsAt: instant,
  endsAt: instant,
  purpose: v.string(),
  attendeeCount: v.number(),
  layout: v.optional(layout),
  tea: v.boolean(),
  equipment: v.array(equipment),
  note: v.string(),
  organizer: colleague,
  bookedBy: colleague,
  status: bookingStatus,
  checkedInAt: v.optional(instant),
  /** Last moment the organizer may cancel. */
  cancelUntil: instant,
  createdAt: instant,
})
export type Booking = v.InferOutput<typeof booking>

/** One way that would work: another room, a shorter meeting, another time; at a door also this room itself. */
export const way = v.object({
  kind: v.picklist(['otherRoom', 'shorter', 'otherTime', 'thisRoom']),
  roomId: id,
  roomName: v.string(),
  place: v.string(),
  startsAt: instant,
  endsAt: instant,
})
export type Way = v.InferOutput<typeof way>

export const listRooms = procedure('booking.listRooms', {
  summary: 'Rooms by name, pinyin or initials, site, people and equipment.',
  input: v.object({
    query: optionalText(40, '搜索内容'),
    siteId: v.optional(id),
    attendeeCount: v.optional(whole(1, 5000)),
    equipment: v.optional(v.array(equipment), []),
    ...paging,
  }),
  output: pageOf(room),
  refusals: [],
  may: 'staff',
})

export const getDayGrid = procedure('booking.getDayGrid', {
  summary: 'One day over many rooms: what is booked in each, with the rules to see what is still open.',
  input: v.object({ day, query: optionalText(40, '搜索内容'), siteId: v.optional(id), ...paging }),
  output: v.object({
    day,
    now: instant,
    specialDays: v.array(specialDay),
    sites: v.array(v.object({ siteId: id, name: v.string() })),
    items: v.array(v.object({ room, busy: v.array(busy) })),
    nextCursor: v.optional(v.string()),
  }),
  refusals: [],
  may: 'staff',
})

export const getRoomWeek = procedure('booking.getRoomWeek', {
  summary: 'One room over seven days from the day given.',
  input: v.object({ roomId: id, day }),
  output: v.object({
    room,
    now: instant,
    specialDays: v.array(specialDay),
    days: v.array(v.object({ day, busy: v.array(busy) })),
  }),
  refusals: ['NO_SUCH_ROOM'],
  may: 'staff',
})

export const findRooms = procedure('booking.findRooms', {
  summary: 'Free rooms for a time, people, equipment and site, best fit first; when none, the nearest three ways.',
  input: v.object({
    startsAt: instant,
    endsAt: instant,
    attendeeCount: v.optional(whole(1, 5000), 1),
    equipment: v.optional(v.array(equipment), []),
    siteId: v.optional(id),
  }),
  output: v.object({ rooms: v.array(room), ways: v.array(way) }),
  refusals: ['ENDS_BEFORE_START', 'IN_THE_PAST'],
  may: 'staff',
})

const wishFields = {
  roomId: id,
  startsAt: instant,
  endsAt: instant,
  purpose: v.optional(text(60, '会议主题'), '会议'),
  attendeeCount: v.optional(whole(1, 5000), 1),
  layout: v.optional(layout),
  tea: v.optional(v.boolean(), false),
  equipment: v.optional(v.array(equipment), []),
  note: optionalText(300, '备注'),
}

export const reserveRoom = procedure('booking.reserveRoom', {
  summary:
    'Reserve a room for one stretch of time. Refuses rather than double-book; `ROOM_TAKEN` brings up to three ways.',
  input: v.object({ ...wishFields, forPersonId: v.optional(id) }),
  output: booking,
  refusals: ['NO_SUCH_ROOM', 'ROOM_TAKEN', ...wishRefusals, 'NOT_FOR_OTHERS', 'NO_SUCH_PERSON'],
  may: 'staff',
  writes: true,
})

export const changeBooking = procedure('booking.changeBooking', {
  summary:
    'Move, extend or shorten a booking, or change what it says. What is not given stays. One that runs may end early.',
  input: v.object({
    bookingId: id,
    roomId: v.optional(id),
    startsAt: v.optional(instant),
    endsAt: v.optional(instant),
    purpose: v.optional(text(60, '会议主题')),
    attendeeCount: v.optional(whole(1, 5000)),
    layout: v.optional(v.nullable(layout)),
    tea: v.optional(v.boolean()),
    equipment: v.optional(v.array(equipment)),
    note: v.optional(optionalText(300, '备注')),
  }),
  output: booking,
  refusals: ['NO_SUCH_BOOKING', 'NOT_YOURS', 'BOOKING_OVER', 'NO_SUCH_ROOM', 'ROOM_TAKEN', ...wishRefusals],
  may: 'staff',
  writes: true,
})

export const cancelBooking = procedure('booking.cancelBooking', {
  summary: 'Cancel a booking; its time is free at once. The organizer until the room’s limit, a steward until it ends.',
  input: v.object({ bookingId: id, reason: optionalText(100, '取消原因') }),
  output: booking,
  refusals: ['NO_SUCH_BOOKING', 'NOT_YOURS', 'BOOKING_OVER', 'TOO_LATE_TO_CANCEL'],
  may: 'staff',
  writes: true,
})

export const getBooking = procedure('booking.getBooking', {
  summary: 'One booking of mine, or any for a steward, with its room.',
  input: v.object({ bookingId: id }),
  output: v.object({ booking, room }),
  refusals: ['NO_SUCH_BOOKING', 'NOT_YOURS'],
  may: 'staff',
})

export const listMyBookings = procedure('booking.listMyBookings', {
  summary: 'Bookings I organize or made: the coming ones soonest first, or the past ones latest first.',
  input: v.object({ when: v.optional(v.picklist(['coming', 'past']), 'coming'), ...paging }),
  output: v.object({ ...pageOf(booking).entries, now: instant }),
  refusals: [],
  may: 'staff',
})
