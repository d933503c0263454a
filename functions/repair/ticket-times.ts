import {
  type ClockEvent,
  clocksOf,
  type RunningClock,
  reachedAt,
  stepsOf,
  visitDueAt,
} from '../../contract/repair-clocks'
import type { WorkingCalendar } from '../../contract/working-time'
import { instantAt, isDay } from '../../contract/zone'

/** Sorts behind every real deadline. */
export const farAhead = new Date(Date.UTC(2100, 0, 1))

/** What is kept in a ticket's row of the times its log gives; all of it can be computed again at any moment. */
export interface TicketTimes {
  respondedAt: Date | null
  plannedAt: Date | null
  resolvedAt: Date | null
  responseDueAt: Date | null
  planDueAt: Date | null
  resolveDueAt: Date | null
  isProvisional: boolean
  dueAt: Date
  /** Warnings and escalations ahead, as JSON. */
  steps: string
}

interface Facts {
  cycle: number
  /** Steps of this cycle that were done. */
  done: ReadonlySet<string>
  /** When the return visit's clock began (epoch ms), if it is due. */
  visitFrom?: number
  /** Nothing but the return visit is left to do. */
  isDone?: boolean
  /** The day promised while it is hung. */
  promisedOn?: string | null
  /** Merged into another one: nothing runs. */
  isMerged?: boolean
  /** A deadline that was imported instead of computed. */
  importedDueAt?: number
}

const dateOf = (ms: number | undefined) => (ms === undefined ? null : new Date(ms))
const runs = ({ stoppedAt, isPaused }: RunningClock) => stoppedAt === undefined && !isPaused

/** The times of a ticket's present cycle from its log. `now` in epoch ms. */
export function timesOf(
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
  now: number,
  facts: Facts,
): TicketTimes {
  const { cycle, done, visitFrom, promisedOn, isMerged, isDone } = facts
  const clocks = clocksOf(events, cycle, calendar, now)
  const due = (clock: RunningClock['clock']) => clocks.find((each) => each.clock === clock)?.dueAt
  // reminded when the promised day begins to be worked
  const opening = Object.values(calendar.weekly).find((hours) => hours.length > 0)?.[0]?.[0] ?? 0
  const promisedAt = promisedOn && isDay(promisedOn) ? instantAt(promisedOn, opening, calendar.zone) : undefined
  const steps = isMerged ? [] : stepsOf(clocks, done, { visitFrom, promisedAt })
  const running = isMerged ? [] : clocks.filter(runs)
  const resolvedAt = reachedAt(events, cycle, 'resolve')
  const imported = resolvedAt === undefined ? facts.importedDueAt : undefined
  const visit = isDone && !isMerged && visitFrom !== undefined ? visitDueAt(visitFrom) : undefined
  const first = Math.min(...running.map(({ dueAt }) => dueAt), imported ?? visit ?? Number.POSITIVE_INFINITY)
  return {
    respondedAt: dateOf(reachedAt(events, cycle, 'response')),
    plannedAt: dateOf(reachedAt(events, cycle, 'plan')),
    resolvedAt: dateOf(resolvedAt),
    responseDueAt: dateOf(due('response')),
    planDueAt: dateOf(due('plan')),
    resolveDueAt: dateOf(facts.importedDueAt ?? due('resolve')),
    isProvisional: clocks.some((clock) => clock.stoppedAt === undefined && clock.isProvisional),
    dueAt: Number.isFinite(first) ? new Date(first) : farAhead,
    steps: JSON.stringify(steps),
  }
}

/** Whether a row's `dueAt` is a deadline or the place-holder that sorts behind all of them. */
export function isDeadline(dueAt: Date): boolean {
  return dueAt.getTime() < farAhead.getTime()
}
