/** Deadlines of all four kinds of limits, and clocks out of random logs, against a count minute by minute. */
import fc from 'fast-check'
import { type ClockEvent, clocksOf, dueOf, type Limit } from '../contract/repair-clocks'
import { eventOfAct, type TicketStatus, transitions } from '../contract/repair-lifecycle'
import type { Pause, WorkingCalendar } from '../contract/working-time'
import { minuteByMinute } from './support/minute-by-minute'
import { calendars, cases, MINUTE } from './support/random-calendars'

/** Deadlines the slow way, in minutes since 1970; every one of them lies within 110 days. */
function slowly(start: number, calendar: WorkingCalendar, pauses: readonly Pause[]) {
  const running = minuteByMinute(calendar, start, 110, pauses)
  const whole = pauses.length === 0 ? running : minuteByMinute(calendar, start, 110)
  const due = (limit: Limit): number => {
    switch (limit.clock) {
      case 'wall':
        return running.addWall(start, limit.minutes)
      case 'wallToWorkEnd':
        return whole.workEnd(running.addWall(start, limit.minutes))
      case 'service':
        return running.add(start, limit.minutes)
      case 'workingDays': {
        const unpaused = whole.workingDaysLater(start, limit.days)
        const { counted, paused } = running.count(start, unpaused)
        // it moves by the service hours that were paused, and by those that are paused in what it moved by
        return paused === 0 ? unpaused : running.add(start, counted + paused)
      }
    }
  }
  return { due, count: (until: number) => running.count(start, until) }
}

test('ten thousand random deadlines of every kind of limit agree with a count minute by minute', () => {
  const seen = { paused: 0, provisional: 0 }
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 5 }), ({ calendar, ends: { a, b }, share, pauses }, days) => {
      const minutes = Math.max(1, Math.floor((b - a) * share))
      const slow = slowly(a, calendar, pauses)
      const { counted, paused } = slow.count(b)
      const limits: Limit[] = [
        { clock: 'wall', minutes },
        { clock: 'wallToWorkEnd', minutes },
        { clock: 'service', minutes: Math.max(1, Math.floor(counted * share)) },
        { clock: 'workingDays', days },
      ]
      for (const limit of limits) {
        const { dueAt, isProvisional } = dueOf(limit, a * MINUTE, calendar, pauses)
        expect([limit, dueAt / MINUTE]).toEqual([limit, slow.due(limit)])
        if (limit.clock === 'wall') expect(isProvisional).toBe(false)
        if (limit.clock !== 'wall') seen.provisional += isProvisional ? 1 : 0
      }
      seen.paused += paused > 0 ? 1 : 0
    }),
    { numRuns: 10_000 },
  )
  // a generator that never makes a pause, or never crosses the year, would agree with anything
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(1_000)
})

const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ clock: fc.constant('wall' as const), minutes: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({ clock: fc.constant('wallToWorkEnd' as const), minutes: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({ clock: fc.constant('service' as const), minutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ clock: fc.constant('workingDays' as const), days: fc.integer({ min: 1, max: 3 }) }),
)
const limits = fc.record({ response: limit, plan: limit, resolve: limit })

/** A log as the table of transitions lets it grow, and what it was in each stretch of it. */
interface Walk {
  events: ClockEvent[]
  stretches: { from: number; to: number; cycle: number; standsStill: boolean }[]
}
type Choice = { pick: number; wait: number; limits: { response: Limit; plan: Limit; resolve: Limit } }
const choices = fc.array(
  fc.record({
    pick: fc.nat(),
    wait: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 3000 })),
    limits,
  }),
  { minLength: 1, maxLength: 14 },
)

function walk(start: number, [first, ...rest]: readonly Choice[]): Walk {
  let [t, status, cycle, isMerged]: [number, TicketStatus, number, boolean] = [start, 'new', 1, false]
  const events: ClockEvent[] = [{ kind: 'reported', cycle, at: t * MINUTE, limits: first?.limits }]
  const stretches: Walk['stretches'] = []
  for (const { pick, wait, limits: granted } of rest) {
    stretches.push({ from: t, to: t + wait, cycle, standsStill: isMerged || status === 'hung' })
    t += wait
    const isOpen = ['new', 'assigned', 'accepted', 'working', 'hung'].includes(status)
    const acts: typeof transitions = isMerged ? [] : transitions.filter(({ from }) => from.includes(status))
    const others: ClockEvent['kind'][] = isMerged ? ['unmerged'] : isOpen ? ['merged', 'planned', 'classified'] : []
    const chosen: number = pick % (acts.length + others.length + 1)
    const act = acts[chosen]
    if (act) {
      if (act.act === 'reopen') cycle += 1
      status = act.to
      const more = act.act === 'reopen' ? { limits: granted } : {}
      events.push({ kind: eventOfAct[act.act], cycle, at: t * MINUTE, ...more })
      continue
    }
    const kind: ClockEvent['kind'] = others[chosen - acts.length] ?? 'commented'
    isMerged = kind === 'merged' || (isMerged && kind !== 'unmerged')
    events.push({ kind, cycle, at: t * MINUTE, ...(kind === 'classified' ? { limits: granted } : {}) })
  }
  return { events, stretches }
}

const origin = Date.parse('2025-09-24T00:00:00Z') / MINUTE
const logs = fc.record({
  calendar: calendars(origin),
  start: fc.integer({ min: 0, max: 4000 }),
  choices,
  later: fc.nat(5000),
})
const ends = /^(finished|refused|cancelled)$/
const stopping = { response: /^(accepted|grabbed)$/, plan: /^(planned|started|hung)$/, resolve: ends }

test('clocks out of a random log are what the statuses it went through say, minute by minute', () => {
  let paused = 0
  fc.assert(
    fc.property(logs, ({ calendar, start, choices: chosen, later }) => {
      const { events, stretches } = walk(origin + start, chosen)
      const end = (events[events.length - 1]?.at ?? 0) / MINUTE
      const last = events[events.length - 1]?.cycle ?? 1
      for (let cycle = 1; cycle <= last; cycle++) {
        const own = events.filter((event) => event.cycle === cycle)
        const begun = (own[0]?.at ?? 0) / MINUTE
        const granted = events.filter((event) => event.cycle <= cycle && event.limits).pop()?.limits
        const isLast = cycle === last
        for (const clock of clocksOf(events, cycle, calendar, (end + later) * MINUTE)) {
          const stop = own.find(({ kind }) => stopping[clock.clock].test(kind) || ends.test(kind))?.at
          const still = stretches.filter((each) => each.cycle === cycle && each.standsStill)
          const now = stretches[stretches.length - 1]
          const lasts = isLast && stop === undefined && clock.isPaused
          const pauses = still
            .concat(lasts && now ? { from: end, to: end + later, cycle, standsStill: true } : [])
            .filter(({ from }) => stop === undefined || from * MINUTE < stop)
            .map(({ from, to }) => ({ startsAt: from * MINUTE, endsAt: to * MINUTE }))
          paused += pauses.length > 0 ? 1 : 0
          expect([clock.clock, clock.stoppedAt]).toEqual([clock.clock, stop])
          const slow = slowly(begun, calendar, pauses).due(granted?.[clock.clock] as Limit)
          expect([clock.clock, clock.dueAt / MINUTE]).toEqual([clock.clock, slow])
          expect(clock.warnAt).toBeGreaterThanOrEqual(clock.startsAt)
          expect(clock.warnAt).toBeLessThanOrEqual(clock.dueAt)
          const { wall, ...parts } = clock.explanation
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall)
        }
      }
    }),
    { numRuns: 2_000 },
  )
  expect(paused).toBeGreaterThan(500)
})

test('asking again, words in between, and a category there and back change nothing', () => {
  fc.assert(
    fc.property(logs, limits, fc.nat(), ({ calendar, start, choices: chosen, later }, other, place) => {
      const { events } = walk(origin + start, chosen)
      const last = events[events.length - 1]
      if (!last) return
      const now = last.at + later * MINUTE
      const ask = (of: readonly ClockEvent[]) => clocksOf(of, last.cycle, calendar, now)
      const first = ask(events)
      expect(ask(events)).toEqual(first)

      const at = 1 + (place % events.length)
      const before = events[at - 1] ?? last
      const silent = (['commented', 'warned', 'escalated', 'rated', 'joined'] as const).map((kind) => ({
        ...before,
        kind,
        limits: undefined,
      }))
      expect(ask([...events.slice(0, at), ...silent, ...events.slice(at)])).toEqual(first)

      const inForce = events.filter((event) => event.limits).pop()?.limits
      const there: ClockEvent = { kind: 'classified', cycle: last.cycle, at: last.at, limits: other }
      expect(ask([...events, there, { ...there, limits: inForce }])).toEqual(first)
    }),
    { numRuns: 2_000 },
  )
})

test('a pause outside service hours credits nothing on service hours', () => {
  const closed = [
    [720, 870],
    [1080, 1440],
    [0, 510],
  ] as const
  const weekly = Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [
      day,
      [
        [510, 720],
        [870, 1080],
      ] as [number, number][],
    ]),
  )
  const calendar: WorkingCalendar = { zone: '+08:00', weekly, days: {}, publishedThrough: 2026 }
  // Monday 2025-09-15 in Shanghai
  const monday = Date.parse('2025-09-15T00:00:00+08:00') / MINUTE
  const minute = fc.integer({ min: 0, max: 359 })
  fc.assert(
    fc.property(
      fc.nat(4),
      fc.nat(2),
      minute,
      minute,
      fc.integer({ min: 1, max: 2400 }),
      (day, stretch, x, y, minutes) => {
        const [from, to] = closed[stretch] ?? closed[0]
        const inside = (n: number) => (monday + (day + 1) * 1440 + from + (n % (to - from + 1))) * MINUTE
        const [hung, resumed] = [Math.min(inside(x), inside(y)), Math.max(inside(x), inside(y))]
        const reported: ClockEvent = {
          kind: 'reported',
          cycle: 1,
          at: (monday + 600) * MINUTE,
          limits: { resolve: { clock: 'service', minutes } },
        }
        const due = (events: ClockEvent[]) => clocksOf([reported, ...events], 1, calendar, resumed)[0]?.dueAt
        const pause: ClockEvent[] = [
          { kind: 'hung', cycle: 1, at: hung },
          { kind: 'resumed', cycle: 1, at: resumed },
        ]
        expect(due(pause)).toBe(due([]))
      },
    ),
    { numRuns: 2_000 },
  )
})
