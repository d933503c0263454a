import type { Day } from '../../contract/zone'

// Intl is slow to make and slow to ask: one formatter for each zone, one answer for each of its hours.
const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()
const hour = 3_600_000
const mostKept = 20_000

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timezone, made)
  return made
}

function askOffset(ms: number, timezone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatterOf(timezone).formatToParts(ms)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour: h = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, h, minute, second) - ms
}

/** How far a zone's clock is ahead of UTC at an instant, in ms. Zones change theirs on the quarter of an hour at most. */
function offsetAt(ms: number, timezone: string): number {
  const known = offsets.get(timezone) ?? new Map<number, number>()
  offsets.set(timezone, known)
  const quarter = Math.floor(ms / (hour / 4))
  const before = known.get(quarter)
  if (before !== undefined) return before
  if (known.size >= mostKept) known.clear()
  const offset = askOffset(quarter * (hour / 4), timezone)
  known.set(quarter, offset)
  return offset
}

/**
 * The instant of a second of a service day in epoch ms: noon minus 12 hours in the zone, plus the seconds (GTFS Time), so
 * that on a day whose clock is changed the times after noon are the pole's.
 */
export function serviceInstant(day: Day, seconds: number, timezone: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  // no zone changes its clock at noon
  return noon - offsetAt(noon - offsetAt(noon, timezone), timezone) + (seconds - 12 * 3600) * 1000
}

const two = (n: number) => String(n).padStart(2, '0')

/** An instant (epoch ms) in RFC 3339 with the zone's offset at that moment, to the second. */
export function formatLocal(ms: number, timezone: string): string {
  const offset = offsetAt(ms, timezone)
  const minutes = Math.abs(Math.round(offset / 60_000))
  const clock = new Date(ms + offset).toISOString().slice(0, 19)
  return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The day of an instant (epoch ms) in a zone. */
export function dayIn(ms: number, timezone: string): Day {
  return new Date(ms + offsetAt(ms, timezone)).toISOString().slice(0, 10)
}
