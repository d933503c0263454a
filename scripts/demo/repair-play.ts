import { clocksOf, type Limits, stepsOf, visitDueAt } from '../../contract/repair-clocks'
import { bouncesThatEscalate } from '../../contract/repair-lifecycle'
import {
  addWallMinutes,
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../contract/working-time'
import { doneSteps, type EventData, type LoggedEvent } from '../../functions/repair/ticket-log'
import { timesOf } from '../../functions/repair/ticket-times'
import { begun, type Effect, effectOf, type Parts, type State } from './repair-deeds'
import type { Deed, Story } from './repair-story'
import type { DemoTechnician } from './repair-technicians'

/** What became of a story; epoch ms. */
export interface Played {
  events: LoggedEvent[]
  createdAt: number
  state: State
  /** Cycles that are over, as their row was when they ended. */
  past: { state: State; endedAt: number }[]
  /** Of the present cycle and of those before. */
  done: { deed: Deed; cycle: number; at: number }[]
}

/** The latest minute (epoch ms) from which so many minutes of service hours have passed until `now`. */
function serviceMinutesBefore(calendar: WorkingCalendar, now: number, minutes: number): number {
  let [from, to] = [now - minutes * 12 * 60_000 - 12 * 86_400_000, now]
  while (to - from > 60_000) {
    const middle = Math.floor((from + to) / 2)
    if (workingMinutesBetween(calendar, middle, now) >= minutes) from = middle
    else to = middle
  }
  return Math.floor(from / 60_000) * 60_000
}

/** Does the deeds of a story one after the other, as far as they lie before `now` (epoch ms). */
export function play(story: Story, parts: Parts, limits: Limits, calendar: WorkingCalendar, now: number): Played {
  const isUrgent = story.urgency === 'urgent'
  const later = (from: number, minutes: number) =>
    isUrgent ? addWallMinutes(from, minutes) : addWorkingMinutes(calendar, from, minutes).dueAt
  const createdAt = isUrgent ? now - story.minutesAgo * 60_000 : serviceMinutesBefore(calendar, now, story.minutesAgo)
  const played: Played = { events: [], createdAt, state: begun(1, createdAt), past: [], done: [] }
  const log = (at: number, { kind, by, data, patch }: Effect, held: Pick<EventData, 'limits'> = {}) => {
    const { cycle } = played.state
    const event = { eventNumber: 0, cycle, at, kind, data: { ...data, ...held }, ...held }
    played.events.push(by ? { ...event, byId: by } : event)
    Object.assign(played.state, patch)
  }
  log(createdAt, { kind: 'reported', by: parts.requesterId, data: { channel: story.channel ?? 'app' } }, { limits })

  let at = createdAt
  let turn = 0
  for (const deed of story.deeds) {
    at = later(at, deed.after)
    if (at >= now) break
    if (/^(bounce|transfer)$/.test(deed.act)) turn++
    const technician = parts.technicians[turn % parts.technicians.length] as DemoTechnician
    const moment = { at, zone: calendar.zone, parts, technician, later: (minutes: number) => later(at, minutes) }
    const effect = effectOf(deed, played.state, moment)
    if (deed.act === 'reopen') {
      played.past.push({ state: played.state, endedAt: at })
      played.state = begun(played.state.cycle + 1, at, played.state)
    }
    log(at, effect, deed.act === 'reopen' ? { limits } : {})
    if (deed.act === 'bounce' && played.state.bounces === bouncesThatEscalate) {
      log(at, { kind: 'escalated', data: { clock: 'response', step: 'bounces' } })
    }
    played.done.push({ deed, cycle: played.state.cycle, at })
    if (deed.act === 'visit' && deed.outcome === 'satisfied' && played.state.status === 'done') {
      log(at, { kind: 'confirmed', by: parts.deskId, patch: { status: 'confirmed', closedAt: at } })
    }
  }
  addSteps(played, calendar, now)
  return played
}

/** Puts into the log what time has done until `now` (epoch ms), and numbers it. */
function addSteps(played: Played, calendar: WorkingCalendar, now: number): void {
  const happened = [...played.events]
  for (const { state, endedAt } of [...played.past, { state: played.state, endedAt: now }]) {
    const clocks = clocksOf(happened, state.cycle, calendar, endedAt)
    const stopOf = (clock: string) =>
      clock === 'visit' && state.visitState !== 'due'
        ? happened.filter(({ kind, cycle }) => kind === 'visited' && cycle === state.cycle).at(-1)?.at
        : clocks.find((each) => each.clock === clock)?.stoppedAt
    const steps = stepsOf(
      // as they were until each of them stopped
      clocks.map((clock) => ({ ...clock, stoppedAt: undefined, isPaused: false })),
      new Set(),
      state.finishedAt === null ? {} : { visitFrom: state.finishedAt },
    )
    for (const { at, clock, step } of steps) {
      if (at > Math.min(endedAt, stopOf(clock) ?? endedAt)) continue
      const kind = step === 'warn' ? 'warned' : 'escalated'
      played.events.push({ eventNumber: 0, cycle: state.cycle, at, kind, data: { clock, step } })
    }
  }
  played.events.sort((a, b) => a.at - b.at)
  for (const [i, event] of played.events.entries()) event.eventNumber = i + 1
}

/** What a row keeps of the times of a cycle, as they were at `at` (epoch ms). */
export function timesAt({ events }: Played, state: State, calendar: WorkingCalendar, at: number) {
  const known = events.filter((event) => event.at <= at)
  const finishedAt = state.finishedAt ?? undefined
  const times = timesOf(known, calendar, at, {
    cycle: state.cycle,
    done: doneSteps(known, state.cycle),
    visitFrom: state.visitState === 'due' ? finishedAt : undefined,
    isDone: state.status === 'done',
    promisedOn: state.status === 'hung' ? state.promisedOn : undefined,
  })
  return { ...times, visitDueAt: finishedAt === undefined ? null : new Date(visitDueAt(finishedAt)) }
}
