import type { Booking } from '../../../contract/booking'
import { mayCheckIn } from '../../../contract/booking-rules'
import { parseInstant } from '../../../contract/zone'

type BookingState = 'cancelled' | 'over' | 'checkIn' | 'running' | 'coming'

/** How a booking stands at a moment (epoch ms). `checkIn`: it may be checked in now and is not yet. */
export function stateOf(booking: Booking, now: number): BookingState {
  const [startsAt, endsAt] = [parseInstant(booking.startsAt) ?? 0, parseInstant(booking.endsAt) ?? 0]
  if (booking.status === 'cancelled') return 'cancelled'
  if (endsAt <= now) return 'over'
  if (!booking.checkedInAt && mayCheckIn(startsAt, now)) return 'checkIn'
  return startsAt <= now ? 'running' : 'coming'
}

/** The state in a word, and how much it wants to be looked at. */
export const stateWords = {
  cancelled: { word: '已取消', tone: 'quiet' },
  over: { word: '已结束', tone: 'quiet' },
  checkIn: { word: '可签到', tone: 'accent' },
  running: { word: '进行中', tone: 'brand' },
  coming: { word: '已预订', tone: 'brand' },
} as const satisfies Record<BookingState, { word: string; tone: 'brand' | 'quiet' | 'accent' }>
