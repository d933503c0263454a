import type { Dayjs } from 'dayjs'
import dayjs from 'dayjs'
import type { Booking, Room } from '../../contract/booking'
import { checkHours, checkWish, type SpecialDay } from '../../contract/booking-rules'
import { dayOf, formatInstant, instantAt, minuteOfDay, parseInstant } from '../../contract/zone'
import { wishSentences } from './sentences'

/** What the form holds while a meeting is being written down; times are minutes of the day. */
export interface WishFields {
  roomId?: string
  day: Dayjs
  from?: number
  to?: number
  purpose?: string
  attendeeCount: number
  layout?: Booking['layout']
  tea: boolean
  /** Absent while the room is not known, and where it has none: then nothing is asked. */
  equipment?: Booking['equipment']
  note?: string
}

/** A booking as the form holds it, its times in the zone. */
export function fieldsOfBooking(booking: Booking, zone: string): WishFields {
  const starts = parseInstant(booking.startsAt) ?? 0
  const ends = parseInstant(booking.endsAt) ?? 0
  const day = dayOf(starts, zone)
  return {
    roomId: booking.roomId,
    day: dayjs(day),
    from: minuteOfDay(starts, zone),
    // An end at midnight is 24:00 of the same day.
    to: dayOf(ends, zone) === day ? minuteOfDay(ends, zone) : 1440,
    purpose: booking.purpose,
    attendeeCount: booking.attendeeCount,
    layout: booking.layout,
    tea: booking.tea,
    equipment: booking.equipment,
    note: booking.note,
  }
}

/** The two instants of a form in epoch ms; undefined while a time is not chosen. */
function spanOf({ day, from, to }: WishFields, zone: string): { startsAt: number; endsAt: number } | undefined {
  if (!day || from === undefined || to === undefined) return undefined
  const on = day.format('YYYY-MM-DD')
  return { startsAt: instantAt(on, from, zone), endsAt: instantAt(on, to, zone) }
}

/** The instants as they go over the wire. */
export function spanOnWire(fields: WishFields, zone: string): { startsAt: string; endsAt: string } | undefined {
  const span = spanOf(fields, zone)
  return span && { startsAt: formatInstant(span.startsAt, zone), endsAt: formatInstant(span.endsAt, zone) }
}

interface Judged {
  fields: WishFields
  room?: Room
  specialDays: readonly SpecialDay[]
  zone: string
  /** The meeting may have begun already: only hours, length and people count then. */
  hasBegun?: boolean
}

/** What the room's rules have against a wish, before it is sent; the cloud asks the same rules again. */
export function wishTrouble({ fields, room, specialDays, zone, hasBegun }: Judged): string | undefined {
  const span = spanOf(fields, zone)
  if (!span || !room) return undefined
  const wish = { ...span, attendeeCount: fields.attendeeCount }
  const check = hasBegun ? checkHours : checkWish
  const refusal = check(room.rules, { departmentIds: [], isSteward: true }, wish, {
    zone,
    specialDays,
    now: Date.now(),
  })
  return refusal && wishSentences[refusal]
}

/** What is wished of what the room has. */
export const equipmentIn = (room: Pick<Room, 'equipment'> | undefined, { equipment = [] }: WishFields) =>
  equipment.filter((word) => room?.equipment.includes(word))
