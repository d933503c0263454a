/**
 * Working time counted the slow way, one minute after the other: what contract/working-time.ts is measured against.
 * It shares no arithmetic with it. All instants are whole minutes since 1970 UTC.
 */
import type { Pause, WorkingCalendar } from '../../contract/working-time'
import type { Weekday } from '../../contract/zone'

const [CLOSED, COUNTED, LUNCH, HOLIDAY, PAUSED] = [0, 1, 2, 3, 4]

/** Which weekday's hours a day has, days counted from 1970-01-01; 0 on a holiday. */
function hoursOf(calendar: WorkingCalendar, dayNumber: number): 0 | Weekday {
  const date = new Date(dayNumber * 86_400_000)
  const special = calendar.days[date.toISOString().slice(0, 10)]
  if (special?.isOffDay) return 0
  return special ? (calendar.makeUpWeekday ?? 1) : ((date.getUTCDay() || 7) as Weekday)
}

/** The kind of each of the 1440 minutes of a day with such hours. */
function minutesOfDay(calendar: WorkingCalendar, hours: 0 | Weekday): Uint8Array {
  if (hours === 0) return new Uint8Array(1440).fill(HOLIDAY)
  const kinds = new Uint8Array(1440).fill(CLOSED)
  for (const [open, close] of calendar.weekly[hours] ?? []) {
    for (let minute = open; minute < close; minute += 1) kinds[minute] = COUNTED
  }
  const last = kinds.lastIndexOf(COUNTED)
  for (let minute = kinds.indexOf(COUNTED); minute < last; minute += 1) {
    if (kinds[minute] === CLOSED) kinds[minute] = LUNCH
  }
  return kinds
}

/** Lays out every minute of so many whole days around `begin`, and answers about instants in them. */
export function minuteByMinute(calendar: WorkingCalendar, begin: number, days: number, pauses: readonly Pause[] = []) {
  const sign = calendar.zone.startsWith('-') ? -1 : 1
  const offset = sign * (Number(calendar.zone.slice(1, 3)) * 60 + Number(calendar.zone.slice(4)))
  const firstDay = Math.floor((begin + offset) / 1440) - 1
  const origin = firstDay * 1440 - offset
  const kinds = new Uint8Array((days + 2) * 1440)
  const patterns = ([0, 1, 2, 3, 4, 5, 6, 7] as const).map((hours) => minutesOfDay(calendar, hours))
  for (let n = 0; n < days + 2; n += 1) kinds.set(patterns[hoursOf(calendar, firstDay + n)] ?? [], n * 1440)
  for (const { startsAt, endsAt } of pauses) {
    for (let t = startsAt / 60_000; t < endsAt / 60_000; t += 1) {
      if (kinds[t - origin] === COUNTED) kinds[t - origin] = PAUSED
    }
  }
  const standsStill = (t: number) =>
    pauses.some(({ startsAt, endsAt }) => startsAt / 60_000 <= t && t < endsAt / 60_000)
  const kindAt = (t: number) => {
    const kind = kinds[t - origin]
    if (kind === undefined) throw new Error('the answer lies beyond the days laid out')
    return kind
  }
  const dayStart = (t: number) => Math.floor((t + offset) / 1440) * 1440 - offset
  const isOpen = (start: number) => {
    for (let t = start; t < start + 1440; t += 1) if (kindAt(t) === COUNTED) return true
    return false
  }

  return {
    /** Minutes of every kind from a to b. */
    count(a: number, b: number) {
      const sums = new Uint32Array(5)
      for (let t = a; t < b; t += 1) sums[kindAt(t)] = (sums[kindAt(t)] ?? 0) + 1
      const [closed = 0, counted = 0, lunch = 0, holiday = 0, paused = 0] = sums
      return { counted, lunch, closed, holiday, paused, wall: b - a }
    },

    /** The first minute by which so many minutes have counted. */
    add(start: number, minutes: number): number {
      let t = start
      for (let left = minutes; left > 0; t += 1) if (kindAt(t) === COUNTED) left -= 1
      return t
    },

    /** The first minute by which so many minutes have passed on the wall clock, those of pauses left out. */
    addWall(start: number, minutes: number): number {
      let t = start
      for (let left = minutes; left > 0; t += 1) if (!standsStill(t)) left -= 1
      return t
    },

    /** The first minute from t on with which a day's service is over. */
    workEnd(t: number): number {
      for (let end = t; ; end += 1) {
        if (kindAt(end - 1) !== COUNTED) continue
        let more = end
        while (more < dayStart(end - 1) + 1440 && kindAt(more) !== COUNTED) more += 1
        if (more === dayStart(end - 1) + 1440) return end
      }
    },

    /** The same clock time so many open days later: on to the next minute that touches service, else back to the last. */
    workingDaysLater(start: number, workingDays: number): number {
      let day = dayStart(start)
      const wanted = isOpen(day) ? start - day : 1440
      for (let left = workingDays; left > 0; ) {
        day += 1440
        if (isOpen(day)) left -= 1
      }
      for (let t = day + wanted; t < day + 1440; t += 1) {
        // The minute before midnight is another day's.
        if (kindAt(t) === COUNTED || (t > day && kindAt(t - 1) === COUNTED)) return t
      }
      let t = day + 1440
      while (kindAt(t - 1) !== COUNTED) t -= 1
      return t
    },
  }
}
