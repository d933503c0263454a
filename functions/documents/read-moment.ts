import { instantAt, isDay } from '../../contract/zone'
import { plainSigns } from './plain-text'

/** Which number of a date written with three short ones is what. */
export type DayOrder = 'ymd' | 'mdy' | 'dmy'

/** A point in time as a cell says it. */
export interface Moment {
  /** Epoch ms; the day's beginning when only the day is said. */
  at: number
  isDayOnly: boolean
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const firstYear = 1990
const lastYear = 2099
const minuteMs = 60_000
const dayMs = 86_400_000

const two = (n: number) => String(n).padStart(2, '0')
const thisCentury = (year: number) => (year < 100 ? 2000 + year : year)

/** A real day of the years that a history can be of, `YYYY-MM-DD`. */
function dayFrom(year: number, month: number, date: number): string | undefined {
  const day = `${thisCentury(year)}-${two(month)}-${two(date)}`
  return thisCentury(year) >= firstYear && thisCentury(year) <= lastYear && isDay(day) ? day : undefined
}

const wholeYear = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?!\d)\s*日?/
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[ T]?(\d\d):?(\d\d)(?::?(\d\d))?)?$/
const threeNumbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/
const dayMonthName = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?!\d)/i
const monthNameDay = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i

const isAscii = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/
const asciiOf = (cell: string) => (isAscii.test(cell) ? cell : plainSigns(cell).trim())

/** The three numbers of a date that says nowhere which of them is the year, the month and the day. */
export function numbersOf(cell: string): [number, number, number] | undefined {
  const match = threeNumbers.exec(asciiOf(cell))
  return match ? [Number(match[1]), Number(match[3]), Number(match[4])] : undefined
}

/** The day that three numbers mean in an order; undefined when there is no such day. */
export function dayIn(order: DayOrder, [a, b, c]: readonly [number, number, number]): string | undefined {
  if (order === 'ymd') return c > 99 ? undefined : dayFrom(a, b, c)
  if (c < 10) return undefined
  return order === 'mdy' ? dayFrom(c, a, b) : dayFrom(c, b, a)
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** The day at a text's beginning, and what follows it. */
function splitDay(text: string, order: DayOrder | undefined): { day: string | undefined; rest: string } | undefined {
  const whole = wholeYear.exec(text)
  if (whole) {
    const day = dayFrom(Number(whole[1]), Number(whole[2]), Number(whole[3]))
    return { day, rest: text.slice(whole[0].length) }
  }
  const short = threeNumbers.exec(text)
  if (short) {
    const numbers = [Number(short[1]), Number(short[3]), Number(short[4])] as const
    return { day: order && dayIn(order, numbers), rest: text.slice(short[0].length) }
  }
  const named = dayMonthName.exec(text)
  if (named) {
    const day = dayFrom(Number(named[3]), monthOf(named[2] ?? ''), Number(named[1]))
    return { day, rest: text.slice(named[0].length) }
  }
  const american = monthNameDay.exec(text)
  if (!american) return undefined
  const day = dayFrom(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]))
  return { day, rest: text.slice(american[0].length) }
}

const early = '凌晨|清晨|早晨|早上|上午|am|a\\.m\\.'
const late = '下午|傍晚|晚上|晚|夜里|夜间|pm|p\\.m\\.'
const halfDay = `(${early}|中午|正午|${late})`
const clock = new RegExp(
  `^${halfDay}?\\s*(\\d{1,2})(?:\\s*[:时点]\\s*(半|整|\\d{1,2})?\\s*分?(?:[:]?\\s*(\\d{1,2})(?:[.,]\\d+)?\\s*秒?)?)?\\s*${halfDay}?` +
    '\\s*(?:(z|utc|gmt)?\\s*([+-]\\d{1,2}):?(\\d\\d)?|z|utc|gmt)?(?:\\s*\\([^)]*\\))?$',
  'i',
)
const weekday = /^(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?)[ ,]*/i
/** What most programs write, told apart at less cost. */
const usualClock = /^(\d{1,2}):(\d\d)(?::(\d\d))? ?([AaPp][Mm])?$/
const isEarly = new RegExp(`^(${early})$`, 'i')
const isHalfDay = new RegExp(`^${halfDay}$`, 'i')
const isLate = new RegExp(`^(${late})$`, 'i')

function hourOf(written: number, half: string): number | undefined {
  if (written > 24) return undefined
  if (isEarly.test(half)) return written === 12 ? 0 : written
  // 晚上12点 ends the day, 12 pm is its middle
  if (isLate.test(half)) return written < 12 ? written + 12 : /^[晚夜]/.test(half) && written === 12 ? 24 : written
  return half !== '' && written < 4 ? written + 12 : written
}

/** Milliseconds since midnight, and the offset (ms) that the text names itself; undefined for anything else. */
function readClock(text: string): { since: number; offset?: number } | undefined {
  const usual = usualClock.exec(text)
  const match = usual ? ['', '', usual[1], usual[2], usual[3], usual[4]] : clock.exec(text)
  // a number alone is no time of day
  if (!match || !/[:时点]/.test(text)) return undefined
  const [, before = '', hours, minutes = '0', seconds = '0', after = '', utc, shift, shiftMinutes = '0'] = match
  const hour = hourOf(Number(hours), before || after)
  const minute = minutes === '半' ? 30 : minutes === '整' ? 0 : Number(minutes)
  if (hour === undefined || minute > 59 || Number(seconds) > 59 || (hour === 24 && minute + Number(seconds) > 0)) {
    return undefined
  }
  const since = (hour * 60 + minute) * minuteMs + Number(seconds) * 1000
  const isUtc = utc !== undefined || /(z|utc|gmt)\s*(\(|$)/i.test(text)
  if (shift === undefined) return isUtc ? { since, offset: 0 } : { since }
  const ahead = Math.abs(Number(shift)) * 60 + Number(shiftMinutes)
  return { since, offset: (shift.startsWith('-') ? -1 : 1) * ahead * minuteMs }
}

/** A time of day alone, as some sheets keep it in a column of its own: ms since midnight. */
export function readTimeOfDay(cell: string): number | undefined {
  return readClock(asciiOf(cell))?.since
}

/** Days as spreadsheets count them, and seconds or milliseconds as computers do. */
function readCount(text: string, zone: string): Moment | undefined {
  const count = Number(text)
  if (/^\d{5}(\.\d+)?$/.test(text) && count >= 32_874 && count < 73_415) {
    const at = instantAt('1970-01-01', 0, zone) + Math.round(((count - 25_569) * dayMs) / 1000) * 1000
    return { at, isDayOnly: Number.isInteger(count) }
  }
  if (/^1\d{9}$/.test(text)) return { at: count * 1000, isDayOnly: false }
  return /^1\d{12}$/.test(text) ? { at: count, isDayOnly: false } : undefined
}

/**
 * The point in time that a cell means, in the institution's zone unless it names an offset: ISO, 2025年3月5日 下午2:30,
 * 20250305, 03/05/2025 02:30:00 PM (by `order`), 5-Mar-25, days of a spreadsheet, epoch seconds. Undefined when it says
 * none, no year, or a day that does not exist.
 */
export function readMoment(cell: string, order: DayOrder | undefined, zone: string): Moment | undefined {
  const text = asciiOf(cell)
  const packed = compact.exec(text)
  if (packed) {
    const [, year, month, date, hours, minutes, seconds = '00'] = packed
    const day = dayFrom(Number(year), Number(month), Number(date))
    if (!day) return undefined
    const since = hours === undefined ? undefined : readClock(`${hours}:${minutes}:${seconds}`)?.since
    if (hours !== undefined && since === undefined) return undefined
    return { at: instantAt(day, 0, zone) + (since ?? 0), isDayOnly: since === undefined }
  }
  const counted = readCount(text, zone)
  if (counted) return counted
  // Wed Mar 05 2025: a weekday before a month's name is passed over
  const found = splitDay(text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=[a-z])/i, ''), order)
  if (!found?.day) return undefined
  const rest = found.rest
    .replace(/^[ T,]+/, '')
    .replace(weekday, '')
    .trim()
  if (rest === '' || isHalfDay.test(rest)) return { at: instantAt(found.day, 0, zone), isDayOnly: true }
  const time = readClock(rest)
  if (!time) return undefined
  const midnight =
    time.offset === undefined ? instantAt(found.day, 0, zone) : instantAt(found.day, 0, '+00:00') - time.offset
  return { at: midnight + time.since, isDayOnly: false }
}
