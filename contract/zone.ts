/**
 * Dates and clock times in the institution's zone, by arithmetic alone.
 *
 * Mini-programs have no Intl, and a phone's own zone must never decide what day a booking is on. China keeps no
 * summer time, so a zone is a fixed offset such as '+08:00'. Instants are epoch milliseconds inside the program and
 * RFC 3339 text on the wire; days are 'YYYY-MM-DD'. Only the UTC methods of Date are used.
 */

/** A calendar day, 'YYYY-MM-DD'. */
export type Day = string
/** A fixed offset from UTC, '+08:00'. */
export type Zone = string
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const FIRST_YEAR = 1970
const LAST_YEAR = 2100
const MINUTE = 60_000
const DAY = 86_400_000

const DAY_FORM = /^(\d{4})-(\d\d)-(\d\d)$/
const ZONE_FORM = /^([+-])(\d\d):(\d\d)$/
const INSTANT_FORM = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const NEAR_DAYS = ['今天', '明天', '后天']

const two = (n: number) => String(n).padStart(2, '0')

/** Days since 1970-01-01, or undefined when the text is not a real day of the years 1970–2100. */
function countDays(text: string): number | undefined {
  const parts = DAY_FORM.exec(text)
  if (!parts) return undefined
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined
  const at = new Date(Date.UTC(year, month - 1, date))
  // Date rolls 02-30 over to 03-02: a day that does not come back as it went in is no day.
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / DAY : undefined
}

function dayNumber(day: Day): number {
  const days = countDays(day)
  if (days === undefined) throw new RangeError(`not a day of ${FIRST_YEAR}–${LAST_YEAR}: ${day}`)
  return days
}

/** The day that contains this instant of UTC. */
function utcDay(ms: number): Day {
  const at = new Date(ms)
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
}

/** Milliseconds of an offset, or undefined when it is malformed or wider than the widest one in use (14 hours). */
function parseOffset(text: string): number | undefined {
  const parts = ZONE_FORM.exec(text)
  if (!parts) return undefined
  const [hours, minutes] = [Number(parts[2]), Number(parts[3])]
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined
  return (parts[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE
}

// Every rule asks for the same one or two zones thousands of times; parsing each time would double their cost.
const knownOffsets = new Map<Zone, number>()

function offsetOf(zone: Zone): number {
  const known = knownOffsets.get(zone)
  if (known !== undefined) return known
  const offset = parseOffset(zone)
  if (offset === undefined) throw new RangeError(`not a zone such as +08:00: ${zone}`)
  knownOffsets.set(zone, offset)
  return offset
}

/** The instant as if UTC's clock stood in the zone. Throws RangeError for what is no number. */
function shifted(ms: number, zone: Zone): number {
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${ms}`)
  return Math.floor(ms) + offsetOf(zone)
}

const timeOfDay = (local: number) => ((local % DAY) + DAY) % DAY

/** Whether the text is an offset such as '+08:00', at most 14 hours wide; 'Z' and names such as Asia/Shanghai are not. */
export function isZone(text: string): boolean {
  return parseOffset(text) !== undefined
}

/** Whether the text is a real calendar day 'YYYY-MM-DD' of the years 1970–2100. */
export function isDay(text: string): boolean {
  return countDays(text) !== undefined
}

/**
 * Epoch milliseconds of an RFC 3339 date-time that carries 'Z' or an offset; undefined for anything else, also for days
 * that do not exist, leap seconds, offsets beyond 14 hours and years (as written) outside 1970–2100. It drops microseconds.
 */
export function parseInstant(text: string): number | undefined {
  const parts = INSTANT_FORM.exec(text)
  if (!parts) return undefined
  const [, day = '', hours, minutes, seconds, fraction = '', zone = ''] = parts
  const days = countDays(day)
  const offset = zone === 'Z' ? 0 : parseOffset(zone)
  if (days === undefined || offset === undefined) return undefined
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  if (h > 23 || m > 59 || s > 59) return undefined
  return days * DAY + (h * 60 + m) * MINUTE + s * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset
}

/** RFC 3339 text in the zone, '2026-11-21T09:30:00+08:00'; milliseconds appear only when there are some. */
export function formatInstant(ms: number, zone: Zone): string {
  const local = shifted(ms, zone)
  const time = timeOfDay(local)
  const seconds = Math.floor(time / 1000)
  const fraction = time % 1000 ? `.${String(time % 1000).padStart(3, '0')}` : ''
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${utcDay(local)}T${clock}${fraction}${zone}`
}

/** The day an instant (epoch ms) falls on in the zone. */
export function dayOf(ms: number, zone: Zone): Day {
  return utcDay(shifted(ms, zone))
}

/** Whole minutes since midnight in the zone, 0–1439; seconds are dropped. */
export function minuteOfDay(ms: number, zone: Zone): number {
  return Math.floor(timeOfDay(shifted(ms, zone)) / MINUTE)
}

/** Epoch ms of a minute of a day in the zone; 1440 is the day's end, 24:00. Throws RangeError outside 0–1440. */
export function instantAt(day: Day, minute: number, zone: Zone): number {
  if (!(minute >= 0 && minute <= 1440)) throw new RangeError(`not a minute of a day: ${minute}`)
  return dayNumber(day) * DAY + minute * MINUTE - offsetOf(zone)
}

/** The day n days later (earlier when negative). Throws RangeError when that leaves the years 1970–2100. */
export function addDays(day: Day, n: number): Day {
  const sum = dayNumber(day) + n
  if (!Number.isInteger(sum)) throw new RangeError(`not a number of days: ${n}`)
  const result = utcDay(sum * DAY)
  dayNumber(result)
  return result
}

/** Whole days from a to b: 1 when b is the day after a, negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** ISO weekday of a day, Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 3) % 7) + 1) as Weekday
}

/** Clock time in the zone, '09:30'; seconds are dropped. */
export function formatClock(ms: number, zone: Zone): string {
  const minute = minuteOfDay(ms, zone)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** A day as people read it, '11月21日 周六'. */
export function formatDayLong(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${WEEKDAYS[weekdayOf(day) - 1]}`
}

/**
 * A day as seen from now (epoch ms) in the zone: '今天 周六', '明天 周日', '后天 周一', otherwise '11月28日 周六',
 * with the year in front when it is not the current one, '2027年1月3日 周日'.
 */
export function formatDayNear(day: Day, now: number, zone: Zone): string {
  const today = dayOf(now, zone)
  const near = NEAR_DAYS[daysBetween(today, day)]
  if (near) return `${near} ${WEEKDAYS[weekdayOf(day) - 1]}`
  const year = day.slice(0, 4)
  return year === today.slice(0, 4) ? formatDayLong(day) : `${year}年${formatDayLong(day)}`
}

/** An instant as seen from now (both epoch ms) in the zone: '明天 周日 09:30'. */
export function formatMoment(ms: number, now: number, zone: Zone): string {
  return `${formatDayNear(dayOf(ms, zone), now, zone)} ${formatClock(ms, zone)}`
}
