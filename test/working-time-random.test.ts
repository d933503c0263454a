/** contract/working-time.ts against a count minute by minute, on random calendars, zones, limits and pauses. */
import fc from 'fast-check'
import {
  addWallMinutes,
  addWorkingDays,
  addWorkingMinutes,
  explain,
  rollToWorkEnd,
  workingMinutesBetween,
} from '../contract/working-time'
import { minuteByMinute } from './support/minute-by-minute'
import { cases, MINUTE } from './support/random-calendars'

test('ten thousand random cases agree with a count minute by minute', () => {
  const kinds = ['counted', 'lunch', 'closed', 'holiday', 'paused'] as const
  const seen = { counted: 0, lunch: 0, closed: 0, holiday: 0, paused: 0 }
  fc.assert(
    fc.property(cases, ({ calendar, ends: { a, b }, share, pauses }) => {
      const slow = minuteByMinute(calendar, a, 13, pauses)
      const counts = slow.count(a, b)
      expect(explain(calendar, a * MINUTE, b * MINUTE, pauses)).toEqual(counts)
      expect(workingMinutesBetween(calendar, a * MINUTE, b * MINUTE, pauses)).toBe(counts.counted)

      const minutes = Math.floor(counts.counted * share)
      const due = addWorkingMinutes(calendar, a * MINUTE, minutes, pauses)
      expect(due.dueAt / MINUTE).toBe(slow.add(a, minutes))
      for (const kind of kinds) seen[kind] += counts[kind] > 0 ? 1 : 0
    }),
    { numRuns: 10_000 },
  )
  // A generator that never makes a holiday or a pause would agree with anything.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(1_000)
})

test('the end of work and the same time some working days later agree with a search minute by minute', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 5 }), ({ calendar, ends: { a } }, days) => {
      const slow = minuteByMinute(calendar, a, 75)
      expect(rollToWorkEnd(calendar, a * MINUTE).dueAt / MINUTE).toBe(slow.workEnd(a))
      expect(addWorkingDays(calendar, a * MINUTE, days).dueAt / MINUTE).toBe(slow.workingDaysLater(a, days))
    }),
    { numRuns: 2_000 },
  )
})

test('to the millisecond: the due time is the first by which the limit has passed, and limits add up', () => {
  const ms = fc.integer({ min: 0, max: MINUTE - 1 })
  fc.assert(
    fc.property(cases, ms, ms, ({ calendar, ends: { a, b }, share, pauses }, extra, shift) => {
      const start = a * MINUTE + extra
      const moved = pauses.map((pause) => ({ startsAt: pause.startsAt + shift, endsAt: pause.endsAt + extra }))
      const whole = Math.floor(workingMinutesBetween(calendar, start, b * MINUTE, moved) * share)
      const { dueAt } = addWorkingMinutes(calendar, start, whole, moved)
      expect(workingMinutesBetween(calendar, start, dueAt, moved)).toBe(whole)
      if (whole > 0) expect(workingMinutesBetween(calendar, start, dueAt - 1, moved)).toBeLessThan(whole)

      const half = addWorkingMinutes(calendar, start, whole / 2, moved)
      if (whole > 1) expect(addWorkingMinutes(calendar, half.dueAt, whole / 2, moved).dueAt).toBe(dueAt)

      const { wall, ...parts } = explain(calendar, start, dueAt, moved)
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall)
      expect([wall, parts.counted]).toEqual([Math.floor((dueAt - start) / MINUTE), whole])
    }),
    { numRuns: 2_000 },
  )
})

test('who starts later is never due earlier, on any clock', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 4 }), ({ calendar, ends: { a, b }, pauses }, days) => {
      const clocks = [
        (start: number) => addWallMinutes(start, 600, pauses),
        (start: number) => addWorkingMinutes(calendar, start, 600, pauses).dueAt,
        (start: number) => addWorkingDays(calendar, start, days).dueAt,
        (start: number) => rollToWorkEnd(calendar, start).dueAt,
      ]
      for (const clock of clocks) expect(clock(a * MINUTE)).toBeLessThanOrEqual(clock(b * MINUTE))
    }),
    { numRuns: 2_000 },
  )
})
