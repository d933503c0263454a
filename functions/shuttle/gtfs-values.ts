import { isDay } from '../../contract/zone'
import type { FieldRule, FieldType } from './gtfs-fields'
import type { NoticeCode } from './notice-sentences'

/** What the contract lets an id be long. */
export const mostIdLength = 120
const mostHours = 72
const most32 = 2_147_483_647

/** Seconds since noon minus 12 hours of a GTFS Time, `7:30:00` or `25:10:00`; undefined when it is none, or over 72 hours. */
export function parseTime(text: string): number | undefined {
  const parts = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text)
  if (!parts) return undefined
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])
  return seconds <= mostHours * 3600 ? seconds : undefined
}

/** The day of a GTFS Date, `20260901`, as `2026-09-01`; undefined when it is none of 1970–2100. */
export function parseDate(text: string): string | undefined {
  if (!/^\d{8}$/.test(text)) return undefined
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  return isDay(day) ? day : undefined
}

const zones = new Map<string, boolean>()

/** Whether this is the name of a zone in the IANA database. */
export function isTimezone(name: string): boolean {
  let is = zones.get(name)
  if (is === undefined) {
    try {
      // offsets such as +08:00 are no names
      is = /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
    } catch {
      is = false
    }
    if (zones.size < 1000) zones.set(name, is)
  }
  return is
}

interface Fault {
  code: NoticeCode
  more?: string
}

function rangeFault(number: number, { from, to }: FieldRule): Fault | undefined {
  if (number >= (from ?? Number.NEGATIVE_INFINITY) && number <= (to ?? Number.POSITIVE_INFINITY)) return undefined
  const more = to === undefined ? `不小于 ${from}` : from === undefined ? `不大于 ${to}` : `${from} 到 ${to}`
  return { code: 'number_out_of_range', more }
}

const integer = /^[+-]?\d+$/
const float = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

const wrongForm: Partial<Record<FieldType, [NoticeCode, (text: string) => boolean]>> = {
  url: ['invalid_url', (text) => /^https?:\/\/[^\s/]+\S*$/i.test(text)],
  email: ['invalid_email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)],
  timezone: ['invalid_timezone', isTimezone],
  language: ['invalid_language_code', (text) => /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(text)],
  currency: ['invalid_currency', (text) => /^[A-Z]{3}$/.test(text)],
  color: ['invalid_color', (text) => /^[0-9A-Fa-f]{6}$/.test(text)],
  date: ['invalid_date', (text) => parseDate(text) !== undefined],
  time: ['invalid_time', (text) => parseTime(text) !== undefined],
}

/** What is wrong with a value that is not empty, under the name the public validator has for it. */
export function faultOf(rule: FieldRule, text: string): Fault | undefined {
  const form = wrongForm[rule.type]
  if (form) return form[1](text) ? undefined : { code: form[0] }
  switch (rule.type) {
    case 'id':
      if (text.length > mostIdLength) return { code: 'id_too_long' }
      return /^[\x20-\x7e]*$/.test(text) ? undefined : { code: 'non_ascii_or_non_printable_char' }
    case 'enum':
      if (!integer.test(text)) return { code: 'invalid_integer' }
      return rangeFault(Number(text), rule) && { code: 'unexpected_enum_value' }
    case 'integer':
      if (!integer.test(text)) return { code: 'invalid_integer' }
      return rangeFault(Number(text), { ...rule, to: rule.to ?? most32 })
    case 'float':
      if (!float.test(text) || !Number.isFinite(Number(text))) return { code: 'invalid_float' }
      return rangeFault(Number(text), rule)
    default:
      return undefined
  }
}
