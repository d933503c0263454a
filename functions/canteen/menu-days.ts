import { addDays, type Day, daysBetween, isDay, type Weekday, weekdayOf } from '../../contract/zone'
import type { WrittenDay } from '../documents/written-day'

/** A written day as it was understood, and what had to be guessed. */
export interface ResolvedDay {
  /** Absent when there is no such day. */
  day?: Day
  guesses: string[]
}

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const nameOf = (weekday: Weekday) => names[weekday - 1] ?? ''
/** The days of the week repeat within so many years. */
const yearsTried = 6
/** So many cells tell the year. */
const mostTried = 400

const two = (n: number) => String(n).padStart(2, '0')
const dayOfYear = (year: number, month: number, date: number): Day[] => {
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? [day] : []
}

function nearest(days: readonly Day[], to: Day): Day | undefined {
  const apart = (day: Day) => Math.abs(daysBetween(to, day))
  return [...days].sort((a, b) => apart(a) - apart(b))[0]
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
const aroundYears = (day: Day) => [yearOf(day) - 1, yearOf(day), yearOf(day) + 1]

/** A month and a date nearest to a day; one that may lack its zero is what follows the day before it. */
function dated({ month = 0, date = 0, mayLackZero }: WrittenDay, near: Day, before: Day | undefined): Day | undefined {
  if (mayLackZero && before) {
    const tenfold = nearest(
      aroundYears(near).flatMap((year) => dayOfYear(year, month, date * 10)),
      near,
    )
    const ahead = tenfold ? daysBetween(before, tenfold) : 0
    if (tenfold && ahead >= 0 && ahead <= 3) return tenfold
  }
  return nearest(
    aroundYears(near).flatMap((year) => dayOfYear(year, month, date)),
    near,
  )
}

/** A date without its month, nearest to a day. */
function datedOnly(date: number, near: Day): Day | undefined {
  const months = [-31, 0, 31].map((shift) => addDays(`${near.slice(0, 7)}-15`, shift))
  const days = months.flatMap((day) => dayOfYear(yearOf(day), Number(day.slice(5, 7)), date))
  return nearest(days, near)
}

/** The first such weekday from a day on. */
const weekdayFrom = (weekday: Weekday, from: Day) => addDays(from, (weekday - weekdayOf(from) + 7) % 7)

const isYearless = ({ days, month }: WrittenDay) => days.length === 0 && month !== undefined

/** What a cell means when the days before it, or the sheet's title, stand near `near`. */
function understood(cell: WrittenDay, near: Day, before: Day | undefined): Day | undefined {
  const { days, month, date, weekday } = cell
  if (days.length > 0) {
    const agreeing = days.filter((day) => weekday === undefined || weekdayOf(day) === weekday)
    return nearest(agreeing.length > 0 ? agreeing : days, near)
  }
  if (month !== undefined) return dated(cell, near, before)
  if (date !== undefined) return datedOnly(date, near)
  return weekday === undefined ? undefined : weekdayFrom(weekday, before ?? near)
}

/** Cells one after the other, each near the one before it. */
function inSequence(cells: readonly WrittenDay[], start: Day): (Day | undefined)[] {
  let near = start
  let before: Day | undefined
  return cells.map((cell) => {
    const day = understood(cell, near, before)
    if (day) near = before = day
    return day
  })
}

const agrees = (cell: WrittenDay, day: Day | undefined) => day !== undefined && weekdayOf(day) === cell.weekday

/** Where the days begin: a year in which the written weekdays are right, the one nearest to today. */
function startOf(cells: readonly WrittenDay[], today: Day): Day {
  const [first] = cells
  if (!first || first.days.length > 0) return today
  // a weekday alone is of this week; from Friday on people hand in the next one
  if (first.month === undefined) {
    if (first.date !== undefined) return today
    const monday = addDays(today, 1 - weekdayOf(today))
    return weekdayOf(today) >= 5 ? addDays(monday, 7) : monday
  }
  const { month, date = 1 } = first
  const years = Array.from({ length: 2 * yearsTried + 1 }, (_, i) => yearOf(today) - yearsTried + i)
  const starts = years.flatMap((year) => dayOfYear(year, month, date))
  const told = cells.slice(0, mostTried)
  const scored = starts.map((start) => {
    const days = inSequence(told, start)
    return { start, right: told.filter((cell, i) => agrees(cell, days[i])).length }
  })
  const most = Math.max(0, ...scored.map(({ right }) => right))
  return (
    nearest(
      scored.filter(({ right }) => right === most).map(({ start }) => start),
      today,
    ) ?? today
  )
}

function guessesOf(cell: WrittenDay, day: Day, isYearKnown: boolean): string[] {
  const guesses: string[] = []
  const { days, month, date, weekday } = cell
  const isRight = weekday === undefined || weekdayOf(day) === weekday
  if (days.length > 1) guesses.push(`日期有几种读法，按 ${day}`)
  else if (isYearless(cell)) {
    if (!isYearKnown && weekday !== undefined && isRight) guesses.push(`没有写年份，按${nameOf(weekday)}推出是 ${day}`)
    else if (!isYearKnown) guesses.push(`没有写年份，按离今天最近的 ${day}`)
    if (Number(day.slice(8)) !== date) guesses.push(`「${month}.${date}」在前一天后面，按 ${day}`)
  } else if (days.length === 0) {
    guesses.push(
      `${date === undefined ? `只写了${weekday === undefined ? '' : nameOf(weekday)}` : `只写了 ${date} 日`}，按 ${day}`,
    )
  }
  if (weekday !== undefined && !isRight)
    guesses.push(`写的是${nameOf(weekday)}，但 ${day} 是${nameOf(weekdayOf(day))}，按日期`)
  return guesses
}

/**
 * The days that the cells of one sheet mean, in its order. `title` is the day that its title or name begins with (the
 * first of 9月22日—9月28日), `today` the day in the institution's zone. Without a year it is the year in which days and
 * written weekdays agree, the nearest to today; that, and everything else not written, is said as a guess.
 */
export function resolveDays(cells: readonly WrittenDay[], title: WrittenDay | undefined, today: Day): ResolvedDay[] {
  const all = title ? [title, ...cells] : [...cells]
  const whole = all.find(({ days }) => days.length > 0)
  const wholeDay = whole ? understood(whole, today, undefined) : undefined
  const days = inSequence(all, wholeDay ?? startOf(all, today)).slice(title ? 1 : 0)
  return cells.map((cell, i) => {
    const day = days[i]
    return day ? { day, guesses: guessesOf(cell, day, wholeDay !== undefined) } : { guesses: [] }
  })
}
