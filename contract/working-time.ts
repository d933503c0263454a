/**
 * The one engine for every deadline in the product: service hours, lunch breaks, holidays, make-up workdays, pauses.
 *
 * A due time is always computed from the facts (start, limit, pauses), never moved from an earlier due time, so asking
 * twice gives the same answer and a corrected fact corrects the deadline. Instants are epoch milliseconds. A clock runs
 * or stands still; a pause stops it only where it would have run, so a pause over lunch earns nothing on service hours.
 */
import { cutSpans, joinSpans, lengthOfSpans, type Span } from './spans'
import { addDays, type Day, dayOf, instantAt, type Weekday, weekdayOf, type Zone } from './zone'

/** Minutes of a day, closing excluded: [510, 720] is 08:30–12:00. 1440 is 24:00. */
export type ServiceInterval = readonly [open: number, close: number]

/** A day that differs from its week: a holiday (isOffDay) or a make-up workday. `name` is for people. */
export type SpecialDay = { readonly day: Day; readonly name: string; readonly isOffDay: boolean }

/** When an institution works. Plain data: the console edits it, both sides compute with it. */
export type WorkingCalendar = {
  readonly zone: Zone
  /** Hours of each ISO weekday; a missing or empty one is closed. Gaps between intervals are breaks. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly ServiceInterval[]>>>
  /** By day, see indexDays. */
  readonly days: Readonly<Record<Day, SpecialDay>>
  /** The last year whose holidays are known; a deadline in a later year is provisional. */
  readonly publishedThrough: number
  /** The weekday whose hours make-up workdays follow, Monday when absent. */
  readonly makeUpWeekday?: Weekday
}

/** A stretch in which a clock stands still, end excluded (epoch ms). One that still lasts ends at the caller's `now`. */
export type Pause = { readonly startsAt: number; readonly endsAt: number }

/** A deadline (epoch ms). Provisional: it lies in a year whose holidays are not published and may still change. */
export type Due = { readonly dueAt: number; readonly isProvisional: boolean }

const KINDS = ['counted', 'lunch', 'closed', 'holiday', 'paused'] as const

/** Whole minutes that add up to `wall`: lunch is a gap inside a working day; a weekend is closed, or part of a holiday. */
export type Explanation = Record<(typeof KINDS)[number] | 'wall', number>

const MINUTE = 60_000
// Every day has 24 hours: zones are fixed offsets.
const DAY = 86_400_000

const pausedSpans = (pauses: readonly Pause[]) => joinSpans(pauses.map((pause) => [pause.startsAt, pause.endsAt]))

function millisecondsOf(minutes: number): number {
  if (!(minutes >= 0 && minutes < Number.POSITIVE_INFINITY))
    throw new RangeError(`not a length of time: ${minutes} min`)
  return Math.round(minutes * MINUTE)
}

/** Refuses at once what would otherwise look for an open day until the year 2100. */
function mustOpen(calendar: WorkingCalendar): void {
  const hours = Object.values(calendar.weekly)
  if (!hours.some((day) => day.length > 0)) throw new RangeError('the calendar has no service hours')
}

function dueOn(calendar: WorkingCalendar, day: Day, dueAt: number): Due {
  // By the day worked, not by the instant: 24:00 on 31 December needs nothing from the next year.
  return { dueAt, isProvisional: Number(day.slice(0, 4)) > calendar.publishedThrough }
}

/** The first open day from `day` on. */
function openDay(calendar: WorkingCalendar, day: Day): { day: Day; hours: ServiceInterval[] } {
  mustOpen(calendar)
  let at = day
  let hours = serviceIntervals(calendar, at)
  while (hours.length === 0) {
    at = addDays(at, 1)
    hours = serviceIntervals(calendar, at)
  }
  return { day: at, hours }
}

/** The special days of a table, for a calendar; of two entries for one day the later one holds. */
export function indexDays(days: readonly SpecialDay[]): Record<Day, SpecialDay> {
  const index: Record<Day, SpecialDay> = {}
  for (const special of days) index[special.day] = special
  return index
}

/** The service hours of a day, sorted and joined; empty on holidays and closed days. */
export function serviceIntervals(calendar: WorkingCalendar, day: Day): ServiceInterval[] {
  const special = calendar.days[day]
  if (special?.isOffDay) return []
  const weekday = special ? (calendar.makeUpWeekday ?? 1) : weekdayOf(day)
  return joinSpans(calendar.weekly[weekday] ?? [])
}

/** Whether there are any service hours on a day. */
export function isWorkday(calendar: WorkingCalendar, day: Day): boolean {
  return serviceIntervals(calendar, day).length > 0
}

/** The instant after so many minutes on the wall clock; every paused minute counts as a pause, by night too. */
export function addWallMinutes(startMs: number, minutes: number, pauses: readonly Pause[] = []): number {
  let left = millisecondsOf(minutes)
  if (left === 0) return startMs
  for (const [from, to] of cutSpans(pausedSpans(pauses), startMs, Number.POSITIVE_INFINITY)) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  throw new RangeError('a pause without an end has no due time')
}

/**
 * The earliest instant by which so many minutes of service hours, pauses left out, have passed since the start. That
 * is closing time rather than the next opening when both would do; zero minutes are over at the start itself.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  startMs: number,
  minutes: number,
  pauses: readonly Pause[] = [],
): Due {
  let left = millisecondsOf(minutes)
  const startDay = dayOf(startMs, calendar.zone)
  if (left === 0) return dueOn(calendar, startDay, startMs)
  mustOpen(calendar)
  const cuts = pausedSpans(pauses)
  for (let midnight = instantAt(startDay, 0, calendar.zone); ; midnight += DAY) {
    const day = dayOf(midnight, calendar.zone)
    for (const [open, close] of serviceIntervals(calendar, day)) {
      const from = Math.max(startMs, midnight + open * MINUTE)
      for (const [runs, stops] of cutSpans(cuts, from, midnight + close * MINUTE)) {
        if (stops - runs >= left) return dueOn(calendar, day, runs + left)
        left -= stops - runs
      }
    }
  }
}

/**
 * The same clock time so many working days later (at least one): Friday 10:00 + 1 is Monday 10:00. A time at which
 * that day is closed becomes its next opening, or its closing time when none follows; a start on a day off counts as
 * that day's end, so that who starts later is never due earlier. A pause moves it by the service hours it covered.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  startMs: number,
  days: number,
  pauses: readonly Pause[] = [],
): Due {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of working days: ${days}`)
  const startDay = dayOf(startMs, calendar.zone)
  const sinceMidnight = (startMs - instantAt(startDay, 0, calendar.zone)) / MINUTE
  const wanted = isWorkday(calendar, startDay) ? sinceMidnight : 1440
  let target = openDay(calendar, addDays(startDay, 1))
  for (let n = 1; n < days; n += 1) target = openDay(calendar, addDays(target.day, 1))
  const [lastOpen, lastClose] = target.hours[target.hours.length - 1] ?? [0, 0]
  const [open] = target.hours.find(([, close]) => wanted <= close) ?? [lastOpen]
  const dueAt = instantAt(target.day, Math.min(Math.max(wanted, open), lastClose), calendar.zone)
  if (pauses.length === 0) return dueOn(calendar, target.day, dueAt)
  const spent = tally(calendar, startMs, dueAt, pauses)
  if (spent.paused === 0) return dueOn(calendar, target.day, dueAt)
  return addWorkingMinutes(calendar, startMs, (spent.counted + spent.paused) / MINUTE, pauses)
}

/** The end of the working day an instant (epoch ms) falls in; of the next one when that day is off or already over. */
export function rollToWorkEnd(calendar: WorkingCalendar, ms: number): Due {
  // Midnight belongs to the day that ends with it, as closing time belongs to the day it closes.
  let day = dayOf(ms - 1, calendar.zone)
  for (;;) {
    const found = openDay(calendar, day)
    const close = found.hours[found.hours.length - 1]?.[1] ?? 0
    const dueAt = instantAt(found.day, close, calendar.zone)
    if (dueAt >= ms) return dueOn(calendar, found.day, dueAt)
    day = addDays(found.day, 1)
  }
}

/** Milliseconds of every kind between two instants; all zero when they are in the wrong order. */
function tally(calendar: WorkingCalendar, fromMs: number, toMs: number, pauses: readonly Pause[]): Explanation {
  const sum = { counted: 0, lunch: 0, closed: 0, holiday: 0, paused: 0, wall: Math.max(0, toMs - fromMs) }
  if (sum.wall === 0) return sum
  const { zone } = calendar
  const cuts = pausedSpans(pauses)
  const within = ([from, to]: Span) => Math.max(0, to - from)
  for (let midnight = instantAt(dayOf(fromMs, zone), 0, zone); midnight < toMs; midnight += DAY) {
    const day = dayOf(midnight, zone)
    const clipped = (open: number, close: number): Span => [
      Math.max(fromMs, midnight + open * MINUTE),
      Math.min(toMs, midnight + close * MINUTE),
    ]
    const whole = within(clipped(0, 1440))
    const hours = serviceIntervals(calendar, day)
    const [first, last] = [hours[0], hours[hours.length - 1]]
    if (!first || !last) {
      sum[calendar.days[day]?.isOffDay ? 'holiday' : 'closed'] += whole
      continue
    }
    const served = hours.map(([open, close]) => clipped(open, close))
    const service = served.reduce((total, span) => total + within(span), 0)
    const counted = served.reduce((total, [from, to]) => total + lengthOfSpans(cutSpans(cuts, from, to)), 0)
    const staffed = within(clipped(first[0], last[1]))
    sum.counted += counted
    sum.paused += service - counted
    sum.lunch += staffed - service
    sum.closed += whole - staffed
  }
  return sum
}

/** Minutes (with fractions) of service hours between two instants, pauses left out; 0 when the second is not later. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  fromMs: number,
  toMs: number,
  pauses: readonly Pause[] = [],
): number {
  return tally(calendar, fromMs, toMs, pauses).counted / MINUTE
}

/**
 * Where the time between two instants went under service hours, in whole minutes that add up exactly to `wall`, for
 * the page that answers "why this time?". Seconds are dealt out by largest remainder, so a limit of 60 minutes reads 60.
 */
export function explain(
  calendar: WorkingCalendar,
  fromMs: number,
  toMs: number,
  pauses: readonly Pause[] = [],
): Explanation {
  const exact = tally(calendar, fromMs, toMs, pauses)
  const wall = Math.floor(exact.wall / MINUTE)
  const parts = KINDS.map((kind) => ({ kind, whole: Math.floor(exact[kind] / MINUTE), rest: exact[kind] % MINUTE }))
  const missing = wall - parts.reduce((sum, part) => sum + part.whole, 0)
  parts.sort((a, b) => b.rest - a.rest)
  const shown = { ...exact, wall }
  parts.forEach((part, place) => {
    shown[part.kind] = part.whole + (place < missing ? 1 : 0)
  })
  return shown
}
