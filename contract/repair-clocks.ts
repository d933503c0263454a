import * as v from 'valibot'
import { whole } from './fields'
import type { TicketEventKind, Urgency } from './repair-lifecycle'
import { cutSpans, joinSpans, lengthOfSpans } from './spans'
import {
  addWallMinutes,
  addWorkingDays,
  addWorkingMinutes,
  type Due,
  type Explanation,
  explain,
  type Pause,
  rollToWorkEnd,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-time'

const minuteMs = 60_000
const minutes = whole(1, 527_040)

/**
 * How long something may take. `wall`: on the wall clock, nights and holidays too. `wallToWorkEnd`: the same, rolled
 * forward to the end of the working day it falls in or before. `service`: minutes of service hours. `workingDays`: the
 * same time of day so many working days later.
 */
export const limit = v.variant('clock', [
  v.object({ clock: v.literal('wall'), minutes }),
  v.object({ clock: v.literal('wallToWorkEnd'), minutes }),
  v.object({ clock: v.literal('service'), minutes }),
  v.object({ clock: v.literal('workingDays'), days: whole(1, 60) }),
])
export type Limit = v.InferOutput<typeof limit>

export const clockWords = ['response', 'plan', 'resolve'] as const
export type ClockWord = (typeof clockWords)[number]

/** Limits of the three clocks; a clock without a limit does not run. */
export const limits = v.object({
  response: v.optional(limit),
  plan: v.optional(limit),
  resolve: v.optional(limit),
})
export type Limits = v.InferOutput<typeof limits>

export const limitsByUrgency = v.object({ normal: limits, urgent: limits })
export type LimitsByUrgency = Record<Urgency, Limits>

/** Warned when so much of the limit is used up. */
export const warnedAfter = 0.75
/** 回访 follows within so many hours of completion, on the wall clock. */
export const visitHours = 48
/** A return visit is tried so often; then it is closed as not reached. */
export const visitAttempts = 3

/** One line of a ticket's log, as far as clocks read it; `at` is epoch ms. */
export interface ClockEvent {
  kind: TicketEventKind
  cycle: number
  at: number
  /** With `reported`, `classified` and `reopened`: the limits that hold from then on. */
  limits?: Limits
}

export interface RunningClock {
  clock: ClockWord
  limit: Limit
  /** Epoch ms, like all of these. */
  startsAt: number
  dueAt: number
  warnAt: number
  /** When what it waits for was done; absent while it runs. */
  stoppedAt?: number
  /** It stands still at present; the deadline moves on with every such minute that would have counted. */
  isPaused: boolean
  isProvisional: boolean
  explanation: Explanation
}

const closing: readonly TicketEventKind[] = ['finished', 'refused', 'cancelled']
const stops: Record<ClockWord, readonly TicketEventKind[]> = {
  response: ['accepted', 'grabbed', ...closing],
  // who starts, or hangs it with a promised date, has a plan
  plan: ['planned', 'started', 'hung', ...closing],
  resolve: closing,
}
/** What makes a ticket stand still, and what ends that; one that was hung and then merged needs both to end. */
const holds: readonly { by: TicketEventKind; until: readonly TicketEventKind[] }[] = [
  { by: 'hung', until: ['resumed', 'transferred', 'assigned', ...closing, 'reopened'] },
  { by: 'merged', until: ['unmerged', ...closing, 'reopened'] },
]
const beginnings: readonly TicketEventKind[] = ['reported', 'imported', 'reopened']
const isOf = (kinds: readonly TicketEventKind[], kind: TicketEventKind) => kinds.indexOf(kind) >= 0

/** When what a clock waits for was done in a cycle (epoch ms), whether there is a limit or not. */
export function reachedAt(events: readonly ClockEvent[], cycle: number, clock: ClockWord): number | undefined {
  return events.find((event) => event.cycle === cycle && isOf(stops[clock], event.kind))?.at
}

/** The pauses of one cycle by its log that are over, and since when (epoch ms) it stands still now, if it does. */
function standstills(events: readonly ClockEvent[], cycle: number): { over: Pause[]; since?: number } {
  const over: Pause[] = []
  const held: TicketEventKind[] = []
  let since: number | undefined
  for (const { kind, cycle: own, at } of events) {
    if (own !== cycle) continue
    for (const { by, until } of holds) {
      const place = held.indexOf(by)
      if (kind === by && place < 0) held.push(by)
      if (isOf(until, kind) && place >= 0) held.splice(place, 1)
    }
    if (held.length > 0) since = since ?? at
    else if (since !== undefined) {
      over.push({ startsAt: since, endsAt: at })
      since = undefined
    }
  }
  return since === undefined ? { over } : { over, since }
}

/** The pauses of one cycle by its log; one that still lasts ends at `now` (epoch ms). */
function pausesOf(events: readonly ClockEvent[], cycle: number, now: number): Pause[] {
  const { over, since } = standstills(events, cycle)
  return since === undefined ? over : over.concat({ startsAt: since, endsAt: Math.max(since, now) })
}

/** The deadline of a limit, with the minutes that do not count taken out. */
export function dueOf(limit: Limit, startsAt: number, calendar: WorkingCalendar, paused: readonly Pause[] = []): Due {
  switch (limit.clock) {
    case 'wall':
      return { dueAt: addWallMinutes(startsAt, limit.minutes, paused), isProvisional: false }
    case 'wallToWorkEnd':
      return rollToWorkEnd(calendar, addWallMinutes(startsAt, limit.minutes, paused))
    case 'service':
      return addWorkingMinutes(calendar, startsAt, limit.minutes, paused)
    case 'workingDays':
      return addWorkingDays(calendar, startsAt, limit.days, paused)
  }
}

/** When three quarters are used up: of the limit itself, or, where it was rolled to an hour, of the service hours. */
function warnOf(limit: Limit, startsAt: number, dueAt: number, calendar: WorkingCalendar, paused: readonly Pause[]) {
  if (limit.clock === 'wall') return addWallMinutes(startsAt, limit.minutes * warnedAfter, paused)
  if (limit.clock === 'service') {
    return addWorkingMinutes(calendar, startsAt, limit.minutes * warnedAfter, paused).dueAt
  }
  const counted = workingMinutesBetween(calendar, startsAt, dueAt, paused)
  if (counted === 0) return startsAt + Math.round((dueAt - startsAt) * warnedAfter)
  return addWorkingMinutes(calendar, startsAt, counted * warnedAfter, paused).dueAt
}

/** Where the minutes between start and deadline went; on the wall clock only pauses do not count. */
function explanationOf(
  limit: Limit,
  from: number,
  to: number,
  calendar: WorkingCalendar,
  paused: readonly Pause[],
): Explanation {
  if (limit.clock !== 'wall') return explain(calendar, from, to, paused)
  const cuts = joinSpans(paused.map(({ startsAt, endsAt }) => [startsAt, endsAt]))
  const wall = Math.floor(Math.max(0, to - from) / minuteMs)
  const counted = Math.round(lengthOfSpans(cutSpans(cuts, from, to)) / minuteMs)
  return { counted, lunch: 0, closed: 0, holiday: 0, paused: wall - counted, wall }
}

/**
 * The clocks of one cycle, computed from the log alone: asking twice gives the same, a changed category recomputes from
 * the cycle's own beginning, and pauses that were earned stay. `now` (epoch ms) ends a pause that still lasts.
 */
export function clocksOf(
  events: readonly ClockEvent[],
  cycle: number,
  calendar: WorkingCalendar,
  now: number,
): RunningClock[] {
  const own = events.filter((event) => event.cycle === cycle)
  const begun = own.find(({ kind }) => isOf(beginnings, kind))
  const known = events.filter((event) => event.cycle <= cycle && event.limits)
  const inForce = known[known.length - 1]?.limits
  if (!begun || !inForce) return []
  const paused = pausesOf(events, cycle, now)
  const isPaused = standstills(events, cycle).since !== undefined
  return clockWords.reduce<RunningClock[]>((clocks, clock) => {
    const granted = inForce[clock]
    if (!granted) return clocks
    const stoppedAt = reachedAt(own, cycle, clock)
    // what happens after a clock has stopped is no business of it
    const before = paused.filter(({ startsAt }) => stoppedAt === undefined || startsAt < stoppedAt)
    const { dueAt, isProvisional } = dueOf(granted, begun.at, calendar, before)
    clocks.push({
      clock,
      limit: granted,
      startsAt: begun.at,
      dueAt,
      warnAt: warnOf(granted, begun.at, dueAt, calendar, before),
      ...(stoppedAt === undefined ? {} : { stoppedAt }),
      isPaused: isPaused && stoppedAt === undefined,
      isProvisional,
      explanation: explanationOf(granted, begun.at, dueAt, calendar, before),
    })
    return clocks
  }, [])
}

/** Something time will do to a ticket. `visit` is the return visit, `promise` the day promised when it was hung. */
export interface Step {
  /** Epoch ms. */
  at: number
  clock: ClockWord | 'visit' | 'promise'
  step: 'warn' | 'escalate'
}

/** Names one step of one cycle, as the log says that it was done. */
export const stepName = ({ clock, step }: Pick<Step, 'clock' | 'step'>): string => `${clock}.${step}`

/** The return visit's limit (epoch ms), from the technician's completion on the wall clock. */
export const visitDueAt = (resolvedAt: number): number => resolvedAt + visitHours * 60 * minuteMs

/** What time will do, in order: warnings and escalations of the clocks that run, without those already done. */
export function stepsOf(
  clocks: readonly RunningClock[],
  done: ReadonlySet<string>,
  more: { visitFrom?: number; promisedAt?: number } = {},
): Step[] {
  const steps: Step[] = []
  for (const { clock, warnAt, dueAt, stoppedAt, isPaused } of clocks) {
    if (stoppedAt !== undefined || isPaused) continue
    steps.push({ at: warnAt, clock, step: 'warn' }, { at: dueAt, clock, step: 'escalate' })
  }
  if (more.visitFrom !== undefined) {
    const due = visitDueAt(more.visitFrom)
    const warnAt = more.visitFrom + (due - more.visitFrom) * warnedAfter
    steps.push({ at: warnAt, clock: 'visit', step: 'warn' }, { at: due, clock: 'visit', step: 'escalate' })
  }
  if (more.promisedAt !== undefined) steps.push({ at: more.promisedAt, clock: 'promise', step: 'warn' })
  return steps.filter((step) => !done.has(stepName(step))).sort((a, b) => a.at - b.at)
}
