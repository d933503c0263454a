import { dayOf, type Weekday } from '../../contract/zone'
import { plainSigns } from './plain-text'
import { type DayOrder, readMoment } from './read-moment'

/** A day as somebody wrote it: whole, without its year, only its date, or only its weekday. */
export interface WrittenDay {
  /** Every day that it may be, when it names its year; 03/05/2025 may be two. */
  days: string[]
  month?: number
  date?: number
  weekday?: Weekday
  /** 9.3 as a number may have been 9.30. */
  mayLackZero?: boolean
  /** What else stands in the cell. */
  rest: string
}

const zone = '+00:00'
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const monthOf = (name: string) => months.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1

const weekdays: readonly RegExp[] = [
  /(?:星期|周|礼拜)一|\bmon(?:day)?\b/i,
  /(?:星期|周|礼拜)二|\btue(?:s|sday)?\b/i,
  /(?:星期|周|礼拜)三|\bwed(?:s|nesday)?\b/i,
  /(?:星期|周|礼拜)四|\bthu(?:r|rs|rsday)?\b/i,
  /(?:星期|周|礼拜)五|\bfri(?:day)?\b/i,
  /(?:星期|周|礼拜)六|\bsat(?:urday)?\b/i,
  /(?:星期|周|礼拜)[日天]|\bsun(?:day)?\b/i,
]

const wholeForms = [
  /^\d{4}(?:[-/.]|\s*年\s*)\d{1,2}(?:[-/.]|\s*月\s*)\d{1,2}(?!\d)\s*[日号]?/,
  /^(?:19|20)\d{6}(?!\d)/,
  /^\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/,
  /^\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d{4}(?!\d)/i,
  /^[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)/i,
]
const yearless = /^(\d{1,2})(?:\s*月\s*|[-/.])(\d{1,2})(?![\d元])\s*[日号]?/
const dayMonth = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[. -]{1,2}(${months})[a-z]*\\.?`, 'i')
const monthDay = new RegExp(`^(${months})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'i')
const dateOnly = /^(\d{1,2})\s*[日号](?![\d元])/
const midnight = /^[ T]?0{1,2}:00(?::00)?/
const orders: readonly DayOrder[] = ['ymd', 'mdy', 'dmy']

const mayBeDay = /[\d０-９]|星期|周|礼拜|mon|tue|wed|thu|fri|sat|sun/i

/** Signs around a day and its weekday that say nothing. */
const bare = (text: string) =>
  text.replace(/^[\s()（）[\]【】,，、:：;；/|~-]+|[\s()（）[\]【】,，、:：;；/|~-]+$/g, '')

const isMonth = (n: number) => n >= 1 && n <= 12
const isDate = (n: number) => n >= 1 && n <= 31

/** A whole day at a text's beginning. */
function wholeDay(text: string): { days: string[]; length: number } | undefined {
  for (const form of wholeForms) {
    const written = form.exec(text)?.[0]
    if (written === undefined) continue
    const found = orders.flatMap((order) => {
      const moment = readMoment(written.replace(/号$/, '日'), order, zone)
      return moment ? [dayOf(moment.at, zone)] : []
    })
    const length = written.length + (midnight.exec(text.slice(written.length))?.[0].length ?? 0)
    if (found.length > 0) return { days: [...new Set(found)], length }
  }
  return undefined
}

function partialDay(text: string): { month?: number; date: number; length: number } | undefined {
  const plain = yearless.exec(text) ?? monthDay.exec(text)
  const turned = plain ? null : dayMonth.exec(text)
  const match = plain ?? turned
  if (!match) {
    const only = dateOnly.exec(text)
    const date = Number(only?.[1])
    return only && isDate(date) ? { date, length: only[0].length } : undefined
  }
  const [first = '', second = ''] = turned ? [turned[2], turned[1]] : [match[1], match[2]]
  const month = /^\d/.test(first) ? Number(first) : monthOf(first)
  const date = Number(second)
  return isMonth(month) && isDate(date) ? { month, date, length: match[0].length } : undefined
}

/**
 * The day at the beginning of a cell, in any spelling that offices use: 2025-09-22, 2025年9月22日, 45922 (days of a
 * spreadsheet), 20250922, 9/22/2025, 9月22日, 9.22, 22日, Sep 22, 周一, each with its weekday before or after it.
 * Undefined for everything else.
 */
export function readWrittenDay(cell: string): WrittenDay | undefined {
  // most cells of a sheet are no days, and each is asked
  if (cell.length > 200 || !mayBeDay.test(cell)) return undefined
  const text = bare(plainSigns(cell))
  if (text === '' || text.length > 80) return undefined
  if (/^\d{5}(\.0+)?$/.test(text)) {
    const moment = readMoment(text, undefined, zone)
    return moment && { days: [dayOf(moment.at, zone)], rest: '' }
  }
  const weekdayAt = weekdays.map((word) => word.exec(text))
  const found = weekdayAt.findIndex((match) => match !== null)
  const word = weekdayAt[found]
  const weekday = word ? { weekday: (found + 1) as Weekday } : {}
  const without = word ? bare(`${text.slice(0, word.index)} ${text.slice(word.index + word[0].length)}`) : text
  const whole = wholeDay(without)
  if (whole) return { days: whole.days, ...weekday, rest: bare(without.slice(whole.length)) }
  const partial = partialDay(without)
  if (partial) {
    const { length, ...day } = partial
    const lacking = /^\d{1,2}\.[123]$/.test(without) ? { mayLackZero: true } : {}
    return { days: [], ...day, ...weekday, ...lacking, rest: bare(without.slice(length)) }
  }
  return word?.index === 0 ? { days: [], ...weekday, rest: without } : undefined
}
