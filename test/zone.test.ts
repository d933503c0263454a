import fc from 'fast-check'
import {
  addDays,
  dayOf,
  daysBetween,
  formatClock,
  formatDayLong,
  formatDayNear,
  formatInstant,
  formatMoment,
  instantAt,
  isDay,
  isZone,
  minuteOfDay,
  parseInstant,
  weekdayOf,
} from '../contract/zone'

const china = '+08:00'
const zones = fc.constantFrom('+08:00', '+00:00', '-03:30', '+05:45', '+14:00', '-12:00')
const lastMs = Date.UTC(2100, 11, 30)
const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: lastMs })
const days = fc.integer({ min: 0, max: 47_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))

describe('instants on the wire', () => {
  test.each([
    ['2026-11-21T09:30:00+08:00', '2026-11-21T01:30:00.000Z'],
    ['2026-11-21T01:30:00Z', '2026-11-21T01:30:00.000Z'],
    ['2026-11-20T22:00:00-03:30', '2026-11-21T01:30:00.000Z'],
    ['2024-02-29T23:59:59.5+08:00', '2024-02-29T15:59:59.500Z'],
    ['2024-02-29T23:59:59.123456789Z', '2024-02-29T23:59:59.123Z'],
    ['1970-01-01T00:00:00+08:00', '1969-12-31T16:00:00.000Z'],
    ['2100-12-31T23:59:59-12:00', '2101-01-01T11:59:59.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(utc)
  })

  test.each([
    '',
    '2026-11-21',
    '2026-11-21T09:30:00',
    '2026-11-21 09:30:00+08:00',
    '2026-11-21T09:30+08:00',
    '2026-11-21T09:30:00+0800',
    '2026-11-21t09:30:00z',
    ' 2026-11-21T09:30:00Z',
    '2026-11-21T09:30:00Z\n',
    '2026-02-29T09:30:00Z',
    '2100-02-29T09:30:00Z',
    '2026-13-01T09:30:00Z',
    '2026-00-10T09:30:00Z',
    '2026-11-31T09:30:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T09:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-21T09:30:00.Z',
    '2026-11-21T09:30:00+14:01',
    '2026-11-21T09:30:00+08:60',
    '1969-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '+002026-11-21T09:30:00Z',
    '２０２６-11-21T09:30:00Z',
  ])('%j is refused', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('what is written is read back, in any zone and to the millisecond', () => {
    fc.assert(
      fc.property(instants, zones, (ms, zone) => {
        const text = formatInstant(ms, zone)
        expect(parseInstant(text)).toBe(ms)
        expect(Date.parse(text)).toBe(ms)
      }),
    )
    expect(formatInstant(Date.UTC(2026, 10, 21, 1, 30), china)).toBe('2026-11-21T09:30:00+08:00')
    expect(formatInstant(Date.UTC(2026, 10, 21, 1, 30, 0, 7), china)).toBe('2026-11-21T09:30:00.007+08:00')
  })

  test('the first hours of 1970 in China are still 1969 in UTC', () => {
    const ms = parseInstant('1970-01-01T00:00:07+08:00') ?? 0
    expect(formatInstant(ms, '+00:00')).toBe('1969-12-31T16:00:07+00:00')
    expect([dayOf(ms, '+00:00'), minuteOfDay(ms, '+00:00')]).toEqual(['1969-12-31', 960])
  })

  test('no text ever throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([parseInstant(text), isDay(text), isZone(text)]).toEqual([undefined, false, false])
      }),
    )
  })
})

describe('days and clocks in a zone', () => {
  test("agree with the platform's own calendar of China, past 1991, when it gave up summer time", () => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: lastMs }), (ms) => {
        expect(`${dayOf(ms, china)}, ${formatClock(ms, china)}`).toBe(parts.format(ms))
      }),
    )
  })

  test('an instant is its day and minute again, and 24:00 is the next midnight', () => {
    fc.assert(
      fc.property(instants, zones, (ms, zone) => {
        const day = dayOf(ms, zone)
        expect(instantAt(day, minuteOfDay(ms, zone), zone)).toBe(ms - (ms % 60_000))
        expect(instantAt(day, 1440, zone)).toBe(instantAt(addDays(day, 1), 0, zone))
      }),
    )
  })

  test('midnight in China is the new day, the second before it the old one', () => {
    const midnight = Date.UTC(2026, 10, 20, 16)
    expect([dayOf(midnight - 1, china), dayOf(midnight, china)]).toEqual(['2026-11-20', '2026-11-21'])
    expect([minuteOfDay(midnight - 1, china), minuteOfDay(midnight, china)]).toEqual([1439, 0])
  })

  test('days are added, subtracted and named by weekday as the calendar does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, n) => {
        const date = new Date(`${day}T12:00:00Z`)
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7)
        date.setUTCDate(date.getUTCDate() + n)
        const expected = date.toISOString().slice(0, 10)
        if (!isDay(expected)) return expect(() => addDays(day, n)).toThrow(RangeError)
        expect(addDays(day, n)).toBe(expected)
        expect(daysBetween(day, expected)).toBe(n)
      }),
      { numRuns: 1_000 },
    )
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1)
  })

  test('only real days of 1970–2100 are days', () => {
    expect(['1970-01-01', '2024-02-29', '2100-12-31'].every(isDay)).toBe(true)
    for (const text of [
      '1969-12-31',
      '2101-01-01',
      '2025-02-29',
      '2025-04-31',
      '2025-4-1',
      '2025-04-01 ',
      '20250401',
    ]) {
      expect([text, isDay(text)]).toEqual([text, false])
    }
  })

  test('only fixed offsets of at most 14 hours are zones', () => {
    expect(['+08:00', '-12:00', '+14:00', '+05:45', '+00:00'].every(isZone)).toBe(true)
    for (const text of ['Z', '08:00', '+8:00', '+0800', '+14:01', '+08:60', 'Asia/Shanghai', '']) {
      expect([text, isZone(text)]).toEqual([text, false])
    }
  })

  test('what is no day, zone, minute or instant is a fault', () => {
    expect(() => dayOf(0, 'Asia/Shanghai')).toThrow(RangeError)
    expect(() => dayOf(Number.NaN, china)).toThrow(RangeError)
    expect(() => instantAt('2026-11-21', 1441, china)).toThrow(RangeError)
    expect(() => instantAt('2026-11-21', -1, china)).toThrow(RangeError)
    expect(() => instantAt('2026-11-31', 0, china)).toThrow(RangeError)
    expect(() => addDays('2026-11-21', 0.5)).toThrow(RangeError)
    expect(() => weekdayOf('tomorrow')).toThrow(RangeError)
  })
})

describe('times as people read them', () => {
  const now = Date.UTC(2026, 10, 21, 1, 30)

  test.each([
    ['2026-11-20', '11月20日 周五'],
    ['2026-11-21', '今天 周六'],
    ['2026-11-22', '明天 周日'],
    ['2026-11-23', '后天 周一'],
    ['2026-11-24', '11月24日 周二'],
    ['2027-01-03', '2027年1月3日 周日'],
  ])('on 21 November 2026, %s reads %s', (day, text) => {
    expect(formatDayNear(day, now, china)).toBe(text)
  })

  test('tomorrow stays tomorrow across the end of the year', () => {
    expect(formatDayNear('2027-01-01', Date.UTC(2026, 11, 31, 4), china)).toBe('明天 周五')
  })

  test('today is the day in the zone, not the one in UTC', () => {
    expect(formatDayNear('2026-11-22', Date.UTC(2026, 10, 21, 16), china)).toBe('今天 周日')
  })

  test('a day, a clock and both together', () => {
    expect(formatDayLong('2026-11-21')).toBe('11月21日 周六')
    expect(formatClock(now, china)).toBe('09:30')
    expect(formatMoment(now + 86_400_000, now, china)).toBe('明天 周日 09:30')
  })
})
