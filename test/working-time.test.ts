import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holidaysPublishedThrough, publicHolidays } from '../contract/holidays'
import {
  addWallMinutes,
  addWorkingDays,
  addWorkingMinutes,
  explain,
  indexDays,
  isWorkday,
  rollToWorkEnd,
  serviceIntervals,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../contract/working-time'
import { formatInstant } from '../contract/zone'

const hours = [
  [8 * 60 + 30, 12 * 60],
  [14 * 60 + 30, 18 * 60],
] as const
const bureau: WorkingCalendar = {
  zone: '+08:00',
  weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  days: indexDays(publicHolidays),
  publishedThrough: holidaysPublishedThrough,
}
const allDay = [[0, 1440]] as const
const roundTheClock: WorkingCalendar = {
  ...bureau,
  weekly: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
}

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const shown = (ms: number) => formatInstant(ms, '+08:00').slice(0, 16).replace('T', ' ')
const pause = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('the worked cases', () => {
  test('(1) urgent, Friday 17:40, two hours on the wall clock: due 19:40, warned at three quarters, 19:10', () => {
    expect(shown(addWallMinutes(at('2025-09-26 17:40'), 120))).toBe('2025-09-26 19:40')
    expect(shown(addWallMinutes(at('2025-09-26 17:40'), 120 * 0.75))).toBe('2025-09-26 19:10')
  })

  test('(2) a plan in one working day: Friday 10:00 before National Day is due on the make-up Sunday, 10:00', () => {
    const due = addWorkingDays(bureau, at('2025-09-26 10:00'), 1)
    expect([shown(due.dueAt), due.isProvisional]).toEqual(['2025-09-28 10:00', false])
  })

  test('(3) network, one service hour from 11:40: twenty minutes before lunch, forty after it, due 15:10', () => {
    const start = at('2025-09-24 11:40')
    const { dueAt } = addWorkingMinutes(bureau, start, 60)
    expect(shown(dueAt)).toBe('2025-09-24 15:10')
    expect(workingMinutesBetween(bureau, start, at('2025-09-24 12:00'))).toBe(20)
    expect(explain(bureau, start, dueAt)).toEqual({
      counted: 60,
      lunch: 150,
      closed: 0,
      holiday: 0,
      paused: 0,
      wall: 210,
    })
  })

  test('(4) equipment, 24 hours rolled to the end of work: from 30 September 16:00 over the holiday to 9 October 18:00', () => {
    const start = at('2025-09-30 16:00')
    const { dueAt, isProvisional } = rollToWorkEnd(bureau, addWallMinutes(start, 24 * 60))
    expect([shown(dueAt), isProvisional]).toEqual(['2025-10-09 18:00', false])
    expect(explain(bureau, start, dueAt)).toEqual({
      counted: 120 + 420,
      lunch: 150,
      closed: 6 * 60 + 8.5 * 60,
      holiday: 8 * 1440,
      paused: 0,
      wall: 9 * 1440 + 120,
    })
  })

  test('(5) hanging over lunch earns nothing; from Friday 17:00 to Monday 09:00 it earns an hour and a half', () => {
    const lunch = [pause('2025-09-24 12:10', '2025-09-24 14:00')]
    expect(shown(addWorkingMinutes(bureau, at('2025-09-24 11:40'), 60, lunch).dueAt)).toBe('2025-09-24 15:10')

    const start = at('2025-10-17 16:00')
    const weekend = [pause('2025-10-17 17:00', '2025-10-20 09:00')]
    expect(shown(addWorkingMinutes(bureau, start, 240).dueAt)).toBe('2025-10-20 10:30')
    const { dueAt } = addWorkingMinutes(bureau, start, 240, weekend)
    expect(shown(dueAt)).toBe('2025-10-20 12:00')
    expect(explain(bureau, start, dueAt, weekend)).toMatchObject({ counted: 240, paused: 90 })
  })

  test('(6) a return visit is due 48 hours after completion by the wall clock, whatever day that is', () => {
    expect(shown(addWallMinutes(at('2025-10-09 17:00'), 48 * 60))).toBe('2025-10-11 17:00')
    expect(isWorkday(bureau, '2025-10-11')).toBe(true)
    expect(shown(addWallMinutes(at('2025-10-16 17:00'), 48 * 60))).toBe('2025-10-18 17:00')
    expect(isWorkday(bureau, '2025-10-18')).toBe(false)
  })
})

describe('the calendar', () => {
  test('a holiday on a weekday is off, a make-up Sunday works, an ordinary one does not', () => {
    expect(['2025-10-08', '2025-09-28', '2025-09-21', '2025-09-22'].map((day) => isWorkday(bureau, day))).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  test("a make-up workday follows Monday's hours unless the institution names another weekday", () => {
    const fridays = { ...bureau, weekly: { ...bureau.weekly, 5: [[540, 720]] as const } }
    expect(serviceIntervals(fridays, '2025-09-28')).toEqual(hours)
    expect(serviceIntervals({ ...fridays, makeUpWeekday: 5 }, '2025-09-28')).toEqual([[540, 720]])
  })

  test('hours in any order that overlap or touch are one stretch and leave no lunch between them', () => {
    const untidy = { ...bureau, weekly: { 1: [[720, 1080] as const, [480, 720] as const, [600, 700] as const] } }
    expect(serviceIntervals(untidy, '2025-09-22')).toEqual([[480, 1080]])
    expect(explain(untidy, at('2025-09-22 00:00'), at('2025-09-23 00:00'))).toMatchObject({ counted: 600, lunch: 0 })
  })

  test('hours until 24:00 run on into the next morning without a gap', () => {
    expect(shown(addWorkingMinutes(roundTheClock, at('2025-10-11 23:30'), 60).dueAt)).toBe('2025-10-12 00:30')
    expect(explain(roundTheClock, at('2025-10-11 12:00'), at('2025-10-13 12:00'))).toMatchObject({ counted: 2880 })
  })

  test('a calendar that never opens is a fault, not an endless search', () => {
    const closed = { ...bureau, weekly: { 1: [] } }
    expect(() => addWorkingMinutes(closed, at('2025-09-26 10:00'), 1)).toThrow('no service hours')
    expect(() => addWorkingDays(closed, at('2025-09-26 10:00'), 1)).toThrow('no service hours')
    expect(() => rollToWorkEnd(closed, at('2025-09-26 10:00'))).toThrow('no service hours')
  })

  test('an impossible length of time is a fault', () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingMinutes(bureau, at('2025-09-26 10:00'), wrong)).toThrow(RangeError)
      expect(() => addWallMinutes(at('2025-09-26 10:00'), wrong)).toThrow(RangeError)
      expect(() => addWorkingDays(bureau, at('2025-09-26 10:00'), wrong)).toThrow(RangeError)
    }
    expect(() => addWorkingDays(bureau, at('2025-09-26 10:00'), 0)).toThrow(RangeError)
  })
})

describe('provisional deadlines', () => {
  test('a deadline in a year whose holidays are not published says so', () => {
    const over = addWorkingMinutes(bureau, at('2026-12-31 17:00'), 120)
    expect([shown(over.dueAt), over.isProvisional]).toEqual(['2027-01-01 09:30', true])
    const within = addWorkingMinutes(bureau, at('2026-12-31 17:00'), 60)
    expect([shown(within.dueAt), within.isProvisional]).toEqual(['2026-12-31 18:00', false])
    expect(addWorkingDays(bureau, at('2026-12-31 10:00'), 1).isProvisional).toBe(true)
    expect(rollToWorkEnd(bureau, at('2026-12-31 18:01')).isProvisional).toBe(true)
    expect(addWorkingMinutes({ ...bureau, publishedThrough: 2027 }, at('2026-12-31 17:00'), 120).isProvisional).toBe(
      false,
    )
  })

  test('24:00 on the last known day needs nothing from the next year', () => {
    const due = addWorkingMinutes(roundTheClock, at('2026-12-31 23:00'), 60)
    expect([shown(due.dueAt), due.isProvisional]).toEqual(['2027-01-01 00:00', false])
  })
})

describe('edges', () => {
  test('a limit used up exactly at closing time is due at closing time', () => {
    expect(shown(addWorkingMinutes(bureau, at('2025-09-24 11:00'), 60).dueAt)).toBe('2025-09-24 12:00')
    expect(shown(addWorkingMinutes(bureau, at('2025-09-26 17:00'), 60).dueAt)).toBe('2025-09-26 18:00')
  })

  test.each([
    ['before opening', '2025-10-17 06:00', '2025-10-20 08:30'],
    ['at lunch', '2025-10-17 13:00', '2025-10-20 14:30'],
    ['after closing', '2025-10-17 20:00', '2025-10-20 18:00'],
    ['on a Saturday', '2025-10-18 10:00', '2025-10-20 18:00'],
    ['on the last holiday', '2025-10-08 09:00', '2025-10-09 18:00'],
  ])('one working day from a time %s', (_when, start, due) => {
    expect(shown(addWorkingDays(bureau, at(start), 1).dueAt)).toBe(due)
  })

  test('hanging moves a plan in working days by the service hours it covered', () => {
    const start = at('2025-10-14 10:00')
    const overLunch = [pause('2025-10-14 12:00', '2025-10-14 14:30')]
    expect(shown(addWorkingDays(bureau, start, 1, overLunch).dueAt)).toBe('2025-10-15 10:00')
    const intoWork = [pause('2025-10-14 11:00', '2025-10-14 15:00')]
    expect(shown(addWorkingDays(bureau, start, 1, intoWork).dueAt)).toBe('2025-10-15 11:30')
  })

  test.each([
    ['2025-10-10 10:00', '2025-10-10 18:00'],
    ['2025-10-10 18:00', '2025-10-10 18:00'],
    ['2025-10-10 18:01', '2025-10-11 18:00'],
    ['2025-10-11 19:00', '2025-10-13 18:00'],
  ])('%s rolls to the end of work at %s', (from, to) => {
    expect(shown(rollToWorkEnd(bureau, at(from)).dueAt)).toBe(to)
  })

  test('on the wall clock a pause counts by night too, and overlapping pauses count once', () => {
    const pauses = [pause('2025-09-26 18:00', '2025-09-27 06:00'), pause('2025-09-26 20:00', '2025-09-27 08:00')]
    expect(shown(addWallMinutes(at('2025-09-26 17:40'), 120, pauses))).toBe('2025-09-27 09:40')
    expect(() => addWallMinutes(0, 1, [{ startsAt: 0, endsAt: Number.POSITIVE_INFINITY }])).toThrow('without an end')
  })

  test('time asked for backwards is none at all', () => {
    const nothing = { counted: 0, lunch: 0, closed: 0, holiday: 0, paused: 0, wall: 0 }
    expect(workingMinutesBetween(bureau, at('2025-09-24 15:00'), at('2025-09-24 09:00'))).toBe(0)
    expect(explain(bureau, at('2025-09-24 15:00'), at('2025-09-24 09:00'))).toEqual(nothing)
  })

  test('seconds are dealt out so that the explanation reads 60 for a limit of 60 and still adds up', () => {
    const start = at('2025-09-24 10:00') + 40_000
    const pauses = [{ startsAt: at('2025-09-24 10:10') + 20_000, endsAt: at('2025-09-24 10:20') + 50_000 }]
    const { dueAt } = addWorkingMinutes(bureau, start, 60, pauses)
    const why = explain(bureau, start, dueAt, pauses)
    expect(why).toEqual({ counted: 60, lunch: 0, closed: 0, holiday: 0, paused: 10, wall: 70 })
  })
})

describe('our public holidays', () => {
  const folder = join(__dirname, '../../shared/data/holidays')
  const compare = existsSync(folder) ? test : test.skip

  test('name every day once, in order, within the published years', () => {
    const days = publicHolidays.map((special) => special.day)
    expect(days).toEqual([...new Set(days)].sort())
    expect([days[0], days.length]).toEqual(['2024-01-01', 108])
    expect(days.every((day) => Number(day.slice(0, 4)) <= holidaysPublishedThrough)).toBe(true)
  })

  compare('agree with the published tables day by day', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const published = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).days)
    const theirs = published.map(({ date, name, isOffDay }) => ({ day: date, name, isOffDay }))
    expect(theirs.length).toBeGreaterThan(0)
    expect(publicHolidays).toEqual(theirs.sort((a, b) => (a.day < b.day ? -1 : 1)))
  })
})
