import { addDays, type Day, daysBetween, weekdayOf } from '../../../contract/zone'

export interface DayRange {
  from: Day
  until: Day
}

const two = (n: number) => String(n).padStart(2, '0')
const firstOf = (year: number, month: number): Day =>
  `${year + Math.floor((month - 1) / 12)}-${two(((month - 1 + 12) % 12) + 1)}-01`

/** So many whole months from the first of one, which may lie beyond the year's end or before its beginning. */
const monthsFrom = (year: number, month: number, months: number): DayRange => ({
  from: firstOf(year, month),
  until: addDays(firstOf(year, month + months), -1),
})

/** The spans that one looks at most, by their names; whole weeks, months and years, also while they last. */
export function usualRanges(today: Day): Record<string, DayRange> {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const monday = addDays(today, 1 - weekdayOf(today))
  return {
    本周: { from: monday, until: addDays(monday, 6) },
    本月: monthsFrom(year, month, 1),
    上月: monthsFrom(year, month - 1, 1),
    本季: monthsFrom(year, month - ((month - 1) % 3), 3),
    今年: monthsFrom(year, 1, 12),
  }
}

/** As many days before a span as have passed of it: what it is compared with. */
export function rangeBefore({ from, until }: DayRange, today: Day): DayRange | undefined {
  const passed = daysBetween(from, until < today ? until : today) + 1
  const begin = Number(from.slice(0, 4)) - passed / 366
  return passed < 1 || begin < 1971 ? undefined : { from: addDays(from, -passed), until: addDays(from, -1) }
}

/** The days of a span that have come, at most so many. */
export function daysOf({ from, until }: DayRange, today: Day): Day[] {
  const last = until < today ? until : today
  return Array.from({ length: Math.max(0, daysBetween(from, last) + 1) }, (_, i) => addDays(from, i))
}
