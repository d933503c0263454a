import type { Duty } from './procedure'
import { cutSpans, joinSpans, type Span } from './spans'
import { addDays, dayOf, instantAt, minuteOfDay, weekdayOf } from './zone'

/** A stretch of one day in minutes from midnight, `[from, to)`; 1440 is 24:00. */
export type MinuteRange = Span

/** Hours of a room kept for one department: 按部门使用权限分配时段. */
export interface DepartmentWindow {
  departmentId: string
  /** ISO weekdays, Monday is 1. */
  weekdays: readonly number[]
  from: number
  to: number
}

/** What a room demands of a wish; the page and the cloud ask the same rules with the same data. */
export interface RoomRules {
  isBookable: boolean
  capacity: number
  /** Seven lists, Monday first. */
  opening: readonly (readonly MinuteRange[])[]
  /** Departments (with all below them) that may book; empty means everyone. */
  openToDepartmentIds: readonly string[]
  windows: readonly DepartmentWindow[]
  minMinutes: number
  maxMinutes: number
  daysAhead: number
  turnoverMinutes: number
  cancelUntilMinutes: number
}

/** A holiday (`isOffDay`) or a make-up workday. */
export interface SpecialDay {
  day: string
  isOffDay: boolean
}

/** Who wishes: the departments from the root down to their own. */
export interface Wisher {
  departmentIds: readonly string[]
  /** Stewards are not bound to departments' hours. */
  isSteward: boolean
}

/** Those who keep the rooms: they see every booking and are not bound to departments' hours. */
export function isRoomKeeper(duties: ReadonlySet<Duty>): boolean {
  return duties.has('steward') || duties.has('admin')
}

/** Those who may book for somebody else. */
export function mayBookForOthers(duties: ReadonlySet<Duty>): boolean {
  return isRoomKeeper(duties) || duties.has('proxy') || duties.has('manager')
}

export interface Wish {
  startsAt: number
  endsAt: number
  attendeeCount: number
}

/** What is asked about besides the room: the institution's zone, its special days, and the present, in epoch ms. */
export interface Setting {
  zone: string
  specialDays: readonly SpecialDay[]
  now: number
}

export const wishRefusals = [
  'ENDS_BEFORE_START',
  'IN_THE_PAST',
  'ROOM_CLOSED',
  'NOT_FOR_YOUR_DEPARTMENT',
  'OUTSIDE_OPENING_HOURS',
  'DEPARTMENT_HOURS',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_FAR_AHEAD',
  'TOO_MANY_PEOPLE',
] as const
export type WishRefusal = (typeof wishRefusals)[number]

/** Clocks differ a little, and the minute that has begun may still be taken. */
const graceMs = 60_000
const minuteMs = 60_000

/** Opening hours of a day: a holiday has Sunday's, a make-up workday has Monday's, any other day its own. */
export function openingOn(rules: RoomRules, day: string, specialDays: readonly SpecialDay[]): readonly MinuteRange[] {
  const special = specialDays.find((d) => d.day === day)
  const weekday = special ? (special.isOffDay ? 7 : 1) : weekdayOf(day)
  return rules.opening[weekday - 1] ?? []
}

/** Whether the person's department is among those the room is open to. */
export function isOpenTo(rules: RoomRules, wisher: Wisher): boolean {
  if (wisher.isSteward || rules.openToDepartmentIds.length === 0) return true
  return rules.openToDepartmentIds.some((id) => wisher.departmentIds.includes(id))
}

/** The hours of that day kept for departments the wisher does not belong to. */
export function keptFromWisher(rules: RoomRules, wisher: Wisher, day: string): MinuteRange[] {
  if (wisher.isSteward) return []
  const weekday = weekdayOf(day)
  const today = rules.windows.filter((w) => w.weekdays.includes(weekday))
  const own = today.filter((w) => wisher.departmentIds.includes(w.departmentId))
  const foreign = today.filter((w) => !wisher.departmentIds.includes(w.departmentId))
  const kept = foreign.map((w): MinuteRange => [w.from, w.to])
  return withoutRanges(
    kept,
    own.map((w): MinuteRange => [w.from, w.to]),
  )
}

/** `ranges` without what `taken` covers, in order. */
export function withoutRanges(ranges: readonly MinuteRange[], taken: readonly MinuteRange[]): MinuteRange[] {
  const cuts = joinSpans(taken)
  return joinSpans(ranges).reduce<MinuteRange[]>((rest, [from, to]) => rest.concat(cutSpans(cuts, from, to)), [])
}

/** The hours of a day this person may book at all, whatever is already booked. */
export function bookableHours(rules: RoomRules, wisher: Wisher, day: string, setting: Setting): MinuteRange[] {
  if (!rules.isBookable || !isOpenTo(rules, wisher)) return []
  if (day > lastBookableDay(rules, setting)) return []
  return withoutRanges(openingOn(rules, day, setting.specialDays), keptFromWisher(rules, wisher, day))
}

/** The last day that may be booked: today plus `daysAhead`. */
export function lastBookableDay(rules: RoomRules, setting: Setting): string {
  return addDays(dayOf(setting.now, setting.zone), rules.daysAhead)
}

/**
 * Whether the room's rules admit a wish; other bookings are not looked at. Times in epoch ms.
 * Gives the first refusal in the order a person would want to hear them, or undefined.
 */
export function checkWish(rules: RoomRules, wisher: Wisher, wish: Wish, setting: Setting): WishRefusal | undefined {
  const { startsAt, endsAt } = wish
  if (endsAt <= startsAt) return 'ENDS_BEFORE_START'
  if (startsAt < setting.now - graceMs) return 'IN_THE_PAST'
  return checkHours(rules, wisher, wish, setting)
}

/** As `checkWish`, for a meeting that may have begun already: only its hours, length and people are looked at. */
export function checkHours(rules: RoomRules, wisher: Wisher, wish: Wish, setting: Setting): WishRefusal | undefined {
  const { startsAt, endsAt } = wish
  if (endsAt <= startsAt) return 'ENDS_BEFORE_START'
  if (!rules.isBookable) return 'ROOM_CLOSED'
  if (!isOpenTo(rules, wisher)) return 'NOT_FOR_YOUR_DEPARTMENT'
  const day = dayOf(startsAt, setting.zone)
  if (day > lastBookableDay(rules, setting)) return 'TOO_FAR_AHEAD'
  const length = (endsAt - startsAt) / minuteMs
  if (length < rules.minMinutes) return 'TOO_SHORT'
  if (length > rules.maxMinutes) return 'TOO_LONG'
  const from = minuteOfDay(startsAt, setting.zone)
  const to = (endsAt - instantAt(day, 0, setting.zone)) / minuteMs
  const isIn = (ranges: readonly MinuteRange[]) => ranges.some(([a, b]) => a <= from && to <= b)
  if (!isIn(openingOn(rules, day, setting.specialDays))) return 'OUTSIDE_OPENING_HOURS'
  if (keptFromWisher(rules, wisher, day).some(([a, b]) => from < b && a < to)) return 'DEPARTMENT_HOURS'
  if (wish.attendeeCount > rules.capacity) return 'TOO_MANY_PEOPLE'
  return undefined
}

/** A booking's own cancellation limit: until `cancelUntilMinutes` before it starts; stewards until it ends. */
export function mayCancel(
  booking: { startsAt: number; endsAt: number },
  rules: Pick<RoomRules, 'cancelUntilMinutes'>,
  isSteward: boolean,
  now: number,
): boolean {
  if (isSteward) return now < booking.endsAt
  return now <= booking.startsAt - rules.cancelUntilMinutes * minuteMs
}

/** Checking in is possible from 15 minutes before the start to 10 minutes after it, both included. */
export const checkInWindow = { beforeMinutes: 15, afterMinutes: 10 }

/** Whether one may check in at `now` (epoch ms) for a meeting that starts at `startsAt`. */
export function mayCheckIn(startsAt: number, now: number): boolean {
  return (
    now >= startsAt - checkInWindow.beforeMinutes * minuteMs && now <= startsAt + checkInWindow.afterMinutes * minuteMs
  )
}
