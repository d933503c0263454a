import * as v from 'valibot'
import { booking, busy, room, specialDay, way } from './booking'
import { codeToken, file, id, instant, text } from './fields'
import { procedure } from './procedure'

export const lookAtDoor = procedure('booking.lookAtDoor', {
  summary: 'Who is in the room of this printed code until when, what comes next, and what one tap would take.',
  input: v.object({ token: codeToken }),
  output: v.object({
    room,
    now: instant,
    specialDays: v.array(specialDay),
    current: v.optional(v.object({ ...busy.entries, endsAt: instant })),
    today: v.array(busy),
    /** Taking this room now until then, or the nearest equal room when it is taken; absent when nothing is free. */
    offer: v.optional(way),
    /** My booking here that may be checked in now. */
    checkIn: v.optional(booking),
  }),
  refusals: ['NO_SUCH_DOOR'],
  may: 'staff',
})

export const checkIn = procedure('booking.checkIn', {
  summary: 'Check in by the code on the door, from 15 minutes before the start to 10 minutes after it.',
  input: v.object({ token: codeToken }),
  output: booking,
  refusals: ['NO_SUCH_DOOR', 'NO_BOOKING_NOW', 'TOO_EARLY', 'TOO_LATE'],
  may: 'staff',
  writes: true,
})

export const printDoorLabels = procedure('booking.printDoorLabels', {
  summary: 'An A4 sheet of door labels (PDF): code, room and human code; all rooms when none are named.',
  input: v.object({ roomIds: v.optional(v.pipe(v.array(id), v.maxLength(500)), []) }),
  output: file,
  refusals: ['NO_SUCH_ROOM', 'NEEDS_CONSOLE'],
  may: ['steward', 'admin'],
})

export const renewDoorCode = procedure('booking.renewDoorCode', {
  summary: 'Give a room a new printed code; the old one stops working at once.',
  input: v.object({ roomId: id }),
  output: v.object({ roomId: id, token: v.string(), humanCode: v.string() }),
  refusals: ['NO_SUCH_ROOM'],
  may: ['steward', 'admin'],
  writes: true,
})

export const calendarScope = v.picklist(['person', 'room'])

export const makeCalendarLink = procedure('booking.makeCalendarLink', {
  summary: 'A private iCalendar address of my bookings or of a room; making a new one revokes the old.',
  input: v.object({ scope: calendarScope, roomId: v.optional(id) }),
  output: v.object({ path: text(200) }),
  refusals: ['NO_SUCH_ROOM'],
  may: 'staff',
  writes: true,
  answersSecret: true,
})
