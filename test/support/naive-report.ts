import type { RepairReport } from '../../contract/repair-report'
import type { RandomCycle, RandomTicket } from './random-tickets'

// The figures of a report by loops over made-up tickets: shares nothing with the statements that count them.

const minute = 60_000

/** [n, mean, median, p90] of minutes, the percentiles by interpolation, each to a tenth. */
export function spreadOf(minutes: readonly number[]): RepairReport['responseMinutes'] {
  const sorted = [...minutes].sort((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return { n }
  const tenth = (value: number) => Math.round(value * 10) / 10
  const at = (part: number) => {
    const place = part * (n - 1)
    const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return tenth(low + (high - low) * (place - Math.floor(place)))
  }
  return { n, mean: tenth(sorted.reduce((sum, each) => sum + each, 0) / n), median: at(0.5), p90: at(0.9) }
}

interface Seen {
  ticket: RandomTicket
  cycle: RandomCycle
  /** What the cycle came to: the ticket's status now, or what it was when it was reopened. */
  end: string
  isHistory: boolean
}

function cyclesOf(tickets: readonly RandomTicket[]): Seen[] {
  return tickets.flatMap((ticket) =>
    ticket.cycles.map((cycle, i) => ({
      ticket,
      cycle,
      end: i === ticket.cycles.length - 1 ? ticket.status : cycle.closedKind ? 'done' : 'refused',
      isHistory: ticket.channel === 'import' && i === 0,
    })),
  )
}

function wasInTime({ cycle, end }: Seen, clock: 'response' | 'plan' | 'resolve', now: number): boolean | undefined {
  const due = cycle.due[clock]
  const stopped = { response: cycle.respondedAt, plan: cycle.plannedAt, resolve: cycle.resolvedAt }[clock]
  if (due === undefined) return undefined
  if (end === 'cancelled' && stopped === cycle.resolvedAt) return due < (cycle.resolvedAt ?? 0) ? false : undefined
  if (stopped !== undefined) return stopped <= due
  const until = end === 'hung' && clock === 'resolve' ? (cycle.hangs.at(-1)?.at ?? now) : now
  return due < until ? false : undefined
}

function kept(cycles: readonly Seen[], clock: 'response' | 'plan' | 'resolve', now: number) {
  const known = cycles.map((seen) => wasInTime(seen, clock, now)).filter((each) => each !== undefined)
  return { counted: known.length, inTime: known.filter(Boolean).length }
}

const isDone = (end: string) => end === 'done' || end === 'confirmed'

const responses = (cycles: readonly Seen[]) =>
  cycles
    .filter(({ end, isHistory }) => end !== 'cancelled' && !isHistory)
    .flatMap(({ cycle }) => (cycle.respondedAt === undefined ? [] : (cycle.respondedAt - cycle.startedAt) / minute))

const resolutions = (cycles: readonly Seen[]) =>
  cycles
    .filter(({ end }) => isDone(end))
    .map(({ cycle }) => ((cycle.resolvedAt ?? Number.NaN) - cycle.startedAt) / minute)

function tally<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
}

/** What a report on these tickets says, without names: `now` in epoch ms, days in UTC+8, none after `lastDay`. */
export function naiveReport(all: readonly RandomTicket[], now: number, lastDay: string) {
  const tickets = all.filter(({ isMerged }) => !isMerged)
  const cycles = cyclesOf(tickets)
  const dayOf = (at: number) => new Date(at + 8 * 60 * minute).toISOString().slice(0, 10)
  const here = cycles.filter(({ isHistory }) => !isHistory)
  const rated = here.flatMap(({ cycle }) => (cycle.stars ? [cycle] : []))
  const hangs = cycles.flatMap(({ cycle }) => cycle.hangs)
  const visits = (state: string) => cycles.filter(({ cycle }) => cycle.visitState === state).length
  const presentEnd = ({ cycles: own }: RandomTicket) => own.at(-1)?.resolvedAt
  const done = tickets.filter(({ status }) => isDone(status))
  const faults = tickets.filter(({ status, kind }) => status !== 'cancelled' && kind !== 'praise')
  const spots = faults.flatMap(({ asset, place, note, category }) => {
    const spot = asset !== undefined ? `asset ${asset}` : place !== undefined ? `place ${place}` : note
    return spot === '' ? [] : [`${spot} / ${category}`]
  })
  const reported = tally(tickets.map(({ createdAt }) => dayOf(createdAt)))
  const finished = tally(done.map((ticket) => dayOf(presentEnd(ticket) ?? 0)).filter((day) => day <= lastDay))
  const days = [...new Set([...reported, ...finished].map(([day]) => day))].sort()
  return {
    tickets: tickets.length,
    open: tickets.filter(({ status }) => ['new', 'assigned', 'accepted', 'working', 'hung'].includes(status)).length,
    imported: tickets.filter(({ channel }) => channel === 'import').length,
    byClock: (['response', 'plan', 'resolve'] as const).map((clock) => ({ clock, ...kept(cycles, clock, now) })),
    byCategory: tally(tickets.map(({ category }) => category)).map(([category, n]) => {
      const own = cycles.filter(({ ticket }) => ticket.category === category)
      return {
        category,
        tickets: n,
        response: kept(own, 'response', now),
        plan: kept(own, 'plan', now),
        resolve: kept(own, 'resolve', now),
        responseMinutes: spreadOf(responses(own)),
        resolutionMinutes: spreadOf(resolutions(own)),
      }
    }),
    byDay: days.map((day) => {
      const on = (counts: [string, number][]) => counts.find(([each]) => each === day)?.[1] ?? 0
      return { day, reported: on(reported), done: on(finished) }
    }),
    responseMinutes: spreadOf(responses(cycles)),
    resolutionMinutes: spreadOf(resolutions(cycles)),
    hangReasons: tally(hangs.map(({ reason }) => reason)).map(([reason, times]) => {
      const own = hangs.filter((hang) => hang.reason === reason)
      const length = own.reduce((sum, { at, until = now }) => sum + (until - at), 0)
      return { reason, times, minutes: Math.round(length / minute) }
    }),
    closedKinds: tally(done.map(({ cycles: own }) => own.at(-1)?.closedKind ?? '')).map(([closedKind, n]) => ({
      closedKind,
      tickets: n,
    })),
    reopened: {
      cycles: cycles.length - tickets.length,
      tickets: tickets.filter(({ cycles: own }) => own.length > 1).length,
    },
    ratings: {
      n: rated.length,
      asked: here.filter(({ end }) => isDone(end)).length,
      ...(rated.length > 0
        ? {
            mean: Math.round((rated.reduce((sum, { stars }) => sum + (stars ?? 0), 0) / rated.length) * 100) / 100,
          }
        : {}),
      stars: [1, 2, 3, 4, 5].map((star) => rated.filter(({ stars }) => stars === star).length),
      reasons: tally(rated.flatMap(({ reasons }) => reasons)).map(([reason, times]) => ({ reason, times })),
    },
    visits: {
      due: visits('due'),
      satisfied: visits('satisfied'),
      unsatisfied: visits('unsatisfied'),
      unreachable: visits('unreachable'),
    },
    ownerlessMinutes: spreadOf(
      tickets
        .filter(({ channel }) => channel !== 'import')
        .map((ticket) => ((ticket.ownedAt ?? presentEnd(ticket) ?? now) - ticket.createdAt) / minute),
    ),
    costFen: tickets
      .flatMap(({ costs }) => costs)
      .reduce((sum, { quantity, unitPriceFen }) => sum + Math.round(quantity * unitPriceFen), 0),
    mostFrequent: tally(spots)
      .map(([, n]) => n)
      .filter((n) => n > 1)
      .sort((a, b) => b - a)
      .slice(0, 20),
  }
}
