import type { Busy } from '../../../contract/booking'
import {
  bookableHours,
  checkHours,
  checkWish,
  type MinuteRange,
  openingOn,
  type RoomRules,
  type Setting,
  type Wisher,
  type WishRefusal,
  withoutRanges,
} from '../../../contract/booking-rules'
import { type Day, dayOf, instantAt, minuteOfDay } from '../../../contract/zone'
import type { Choice } from '../../ui/chips'
import { clockOf, lengthText } from './words'

/** One room on one day, and who asks: all that the rules need to say what may be booked. */
export interface RoomDay {
  rules: RoomRules
  day: Day
  busy: readonly Busy[]
  wisher: Wisher
  setting: Setting
  /** A booking that is being changed does not stand in its own way. */
  exceptBookingId?: string
  /** The meeting being changed has begun: that its start is past is no reason against it. */
  hasBegun?: boolean
}

const halfHour = 30
const usualLengths = [30, 60, 90, 120, 180, 240]

const others = ({ busy, exceptBookingId }: RoomDay) => busy.filter(({ bookingId }) => bookingId !== exceptBookingId)

/** Why from–to (minutes of the day) cannot be had, by the rules the cloud asks too, or because somebody has it. */
export function whyNot(
  at: RoomDay,
  from: number,
  to: number,
  attendeeCount = 1,
): WishRefusal | 'ROOM_TAKEN' | undefined {
  const { rules, wisher, setting, day } = at
  if (to > 1440) return 'OUTSIDE_OPENING_HOURS'
  const instant = (minute: number) => instantAt(day, minute, setting.zone)
  const wish = { startsAt: instant(from), endsAt: instant(to), attendeeCount }
  const refusal = (at.hasBegun ? checkHours : checkWish)(rules, wisher, wish, setting)
  if (refusal) return refusal
  const isTaken = others(at).some((busy) => from < busy.until && busy.from < to + rules.turnoverMinutes)
  return isTaken ? 'ROOM_TAKEN' : undefined
}

/** The stretches that this person could still book, in order. */
export function freeStretches(at: RoomDay): MinuteRange[] {
  const { rules, wisher, setting, day } = at
  const cuts = others(at).map((busy): MinuteRange => [busy.from - rules.turnoverMinutes, busy.until])
  const past: MinuteRange = [0, pastUntil(day, setting)]
  return withoutRanges(bookableHours(rules, wisher, day, setting), [...cuts, past]).filter(
    ([from, to]) => to - from >= rules.minMinutes,
  )
}

/** The minute of the day before which nothing can begin any more; 0 on coming days, 1440 on past ones. */
export function pastUntil(day: Day, setting: Setting): number {
  const today = dayOf(setting.now, setting.zone)
  if (day === today) return minuteOfDay(setting.now, setting.zone)
  return day < today ? 1440 : 0
}

/** Starts on every half hour of the opening hours, those that cannot be had marked; `chosen` is always among them. */
export function startChoices(at: RoomDay, chosen?: number): Choice<number>[] {
  const opening = openingOn(at.rules, at.day, at.setting.specialDays)
  const starts = new Set(chosen === undefined ? [] : [chosen])
  for (const [from, to] of opening) {
    for (let start = Math.ceil(from / halfHour) * halfHour; start < to; start += halfHour) starts.add(start)
  }
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => ({
      value: start,
      label: clockOf(start),
      isDisabled: whyNot(at, start, start + at.rules.minMinutes) !== undefined,
    }))
}

/** Lengths from this start, those that cannot be had marked; the room's shortest and `chosen` are always among them. */
export function lengthChoices(at: RoomDay, start: number, chosen: number): Choice<number>[] {
  const { minMinutes, maxMinutes } = at.rules
  const usual = usualLengths.filter((length) => length >= minMinutes && length <= maxMinutes)
  return [...new Set([...usual, minMinutes, chosen])]
    .sort((a, b) => a - b)
    .map((length) => ({
      value: length,
      label: lengthText(length),
      isDisabled: whyNot(at, start, start + length) !== undefined,
    }))
}

/** The longest of the usual lengths not longer than wished that can be had from this start; undefined when none can. */
export function longestFrom(at: RoomDay, start: number, wished: number): number | undefined {
  const lengths = [wished, ...[...usualLengths].reverse(), at.rules.minMinutes].filter((length) => length <= wished)
  return [...lengths, at.rules.minMinutes].find((length) => whyNot(at, start, start + length) === undefined)
}

/** The first start not before `earliest` from which something of about the wished length can be had. */
export function firstFree(at: RoomDay, wished: number, earliest = 0): MinuteRange | undefined {
  const starts = startChoices(at).filter(({ value, isDisabled }) => !isDisabled && value >= earliest)
  const whole = starts.find(({ value }) => whyNot(at, value, value + wished) === undefined)
  const start = (whole ?? starts[0])?.value
  const length = start === undefined ? undefined : longestFrom(at, start, wished)
  return start === undefined || length === undefined ? undefined : [start, start + length]
}

/** What a tap at this minute means: the half hour in which it lies and about an hour, if that is free. */
export function aroundMinute(at: RoomDay, minute: number): MinuteRange | undefined {
  const stretch = freeStretches(at).find(([from, to]) => from <= minute && minute < to)
  if (!stretch) return undefined
  const start = Math.max(stretch[0], Math.floor(minute / halfHour) * halfHour)
  // a stretch begins now, in the middle of a half hour: the next full one when there is room for it
  const rounded = Math.ceil(start / halfHour) * halfHour
  for (const from of [rounded, start]) {
    const length = longestFrom(at, from, 60)
    if (length !== undefined) return [from, from + length]
  }
  return undefined
}
