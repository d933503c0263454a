import type { ClockView } from '../../contract/repair'
import { clocksOf, visitDueAt, visitHours, warnedAfter } from '../../contract/repair-clocks'
import type { WorkingCalendar } from '../../contract/working-time'
import { formatInstant } from '../../contract/zone'
import type { Held } from './hold-ticket'

const minuteMs = 60_000

interface Timed {
  clock: ClockView['clock']
  limit?: ClockView['limit']
  startsAt: number
  dueAt: number
  warnAt: number
  stoppedAt?: number
  isPaused: boolean
  isProvisional: boolean
  explanation: ClockView['explanation']
}

/** A clock of which only beginning and end are known: every minute counts. */
function plainClock(clock: ClockView['clock'], startsAt: number, dueAt: number, stoppedAt?: number): Timed {
  const wall = Math.floor(Math.max(0, dueAt - startsAt) / minuteMs)
  return {
    clock,
    startsAt,
    dueAt,
    warnAt: Math.round(startsAt + (dueAt - startsAt) * warnedAfter),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    isPaused: false,
    isProvisional: false,
    explanation: { counted: wall, lunch: 0, closed: 0, holiday: 0, paused: 0, wall },
  }
}

/** The return visit's clock of the present cycle, once it is finished. */
function visitClock({ row, events }: Pick<Held, 'row' | 'events'>): Timed[] {
  const own = events.filter(({ cycle }) => cycle === row.cycle)
  const finished = own.filter(({ kind }) => kind === 'finished').at(-1)
  if (!finished || !row.visitState) return []
  const last = own.filter(({ kind }) => kind === 'visited').at(-1)
  const stoppedAt = row.visitState === 'due' ? undefined : last?.at
  const limit = { clock: 'wall' as const, minutes: visitHours * 60 }
  return [{ ...plainClock('visit', finished.at, visitDueAt(finished.at), stoppedAt), limit }]
}

/** The one deadline of a ticket that was imported, which no limit explains. */
function importedClock({ row, events }: Pick<Held, 'row' | 'events'>): Timed[] {
  const begun = events.find(({ kind }) => kind === 'imported')
  if (!begun || row.cycle !== 1 || !row.resolveDueAt) return []
  return [plainClock('resolve', begun.at, row.resolveDueAt.getTime(), row.resolvedAt?.getTime())]
}

/** The clocks of a ticket's present cycle with where their minutes went. `now` in epoch ms. */
export function clockViews(
  held: Pick<Held, 'row' | 'events'>,
  calendar: WorkingCalendar,
  { now, zone }: { now: number; zone: string },
): ClockView[] {
  const { row, events } = held
  const running: Timed[] = clocksOf(events, row.cycle, calendar, now)
  const imported = running.some(({ clock }) => clock === 'resolve') ? [] : importedClock(held)
  return [...running, ...imported, ...visitClock(held)].map((clock) => {
    const { stoppedAt, startsAt, dueAt, warnAt, ...plain } = clock
    return {
      ...plain,
      startsAt: formatInstant(startsAt, zone),
      dueAt: formatInstant(dueAt, zone),
      warnAt: formatInstant(warnAt, zone),
      ...(stoppedAt === undefined ? {} : { stoppedAt: formatInstant(stoppedAt, zone) }),
      isOverdue: (stoppedAt ?? now) > dueAt,
    }
  })
}
