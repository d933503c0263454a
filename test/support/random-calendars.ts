import fc from 'fast-check'
import { indexDays, type ServiceInterval, type WorkingCalendar } from '../../contract/working-time'
import type { Weekday } from '../../contract/zone'

export const MINUTE = 60_000
const WINDOW = 12 * 1440
// Three stretches where calendars go wrong: National Day with its make-up days, New Year, a leap day.
const ORIGINS = ['2025-09-24', '2025-12-27', '2024-02-25'].map((day) => Date.parse(`${day}T00:00:00Z`) / MINUTE)

const stretches = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: most * 2 }).map((cuts) => {
    const sorted = cuts.sort((a, b) => a - b)
    const pairs: ServiceInterval[] = []
    for (let i = 0; i + 1 < sorted.length; i += 2) pairs.push([sorted[i] ?? 0, sorted[i + 1] ?? 0])
    return pairs
  })

const usual: ServiceInterval[] = [
  [510, 720],
  [870, 1080],
]
const hours = fc.oneof(stretches(3), fc.constant(usual), fc.constant<ServiceInterval[]>([[0, 1440]]))

/** Calendars with odd hours and special days around `origin` (minutes since 1970); Fridays are always open. */
export const calendars = (origin: number) =>
  fc
    .record({
      zone: fc.constantFrom('+08:00', '+00:00', '-03:30', '+05:45', '+14:00', '-12:00'),
      week: fc.tuple(hours, hours, hours, hours, hours, hours, hours),
      special: fc.array(fc.record({ dayOffset: fc.integer({ min: -2, max: 14 }), isOffDay: fc.boolean() }), {
        maxLength: 9,
      }),
      makeUpWeekday: fc.constantFrom<Weekday>(1, 2, 6, 7),
    })
    .map(({ zone, week, special, makeUpWeekday }) => {
      const days = special.map(({ dayOffset, isOffDay }) => ({
        day: new Date((origin + dayOffset * 1440) * MINUTE).toISOString().slice(0, 10),
        name: '',
        isOffDay,
      }))
      const [mon, tue, wed, thu, fri, sat, sun] = week
      const weekly = { 1: mon, 2: tue, 3: wed, 4: thu, 5: usual.concat(fri), 6: sat, 7: sun }
      return { zone, weekly, days: indexDays(days), publishedThrough: 2025, makeUpWeekday } satisfies WorkingCalendar
    })

const minute = fc.integer({ min: 0, max: WINDOW })
/** A calendar, two instants in order, a share of what lies between them, and pauses; all in whole minutes. */
export const cases = fc.constantFrom(...ORIGINS).chain((origin) =>
  fc.record({
    calendar: calendars(origin),
    ends: fc.tuple(minute, minute).map(([a, b]) => ({ a: origin + Math.min(a, b), b: origin + Math.max(a, b) })),
    share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(1)),
    pauses: fc.array(
      fc.tuple(minute, fc.integer({ min: 0, max: 3000 })).map(([from, length]) => ({
        startsAt: (origin + from) * MINUTE,
        endsAt: (origin + from + length) * MINUTE,
      })),
      { maxLength: 4 },
    ),
  }),
)
