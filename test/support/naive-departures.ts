import type { Departure } from '../../contract/shuttle-words'
import { type GivenService, type GivenTimetable, type GivenTrip, secondsOf } from './given-timetable'

/** What was said of a trip on a day. */
export interface SaidLate {
  day: string
  tripId: string
  startsAtSeconds: number
  delayMinutes: number
  isCancelled: boolean
  note: string
}

export interface NaiveWorld {
  timetable: GivenTimetable & { timezone: 'America/New_York' | 'Asia/Shanghai' }
  /** true is a day off. */
  specialDays: Readonly<Record<string, boolean>>
  said: readonly SaidLate[]
  reservable: readonly string[]
}

const dayMs = 86_400_000
// when New York's clock is four hours behind, as its law writes it: second Sunday of March, first of November
const summers = [
  [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
  [Date.UTC(2027, 2, 14, 7), Date.UTC(2027, 10, 7, 6)],
] as const

/** Hours that a zone's clock is ahead of UTC at an instant, out of a table. */
export function hoursAhead(ms: number, timezone: NaiveWorld['timetable']['timezone']): number {
  if (timezone === 'Asia/Shanghai') return 8
  return summers.some(([from, until]) => ms >= from && ms < until) ? -4 : -5
}

const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const localDay = (ms: number, zone: NaiveWorld['timetable']['timezone']) =>
  dayText(ms + hoursAhead(ms, zone) * 3_600_000)

function written(ms: number, zone: NaiveWorld['timetable']['timezone']): string {
  const hours = hoursAhead(ms, zone)
  const clock = new Date(ms + hours * 3_600_000).toISOString().slice(0, 19)
  return `${clock}${hours < 0 ? '-' : '+'}0${Math.abs(hours)}:00`
}

function runs(service: GivenService, day: string, specialDays: NaiveWorld['specialDays']): boolean {
  if (service.added?.includes(day)) return true
  if (service.removed?.includes(day)) return false
  if (service.startsOn === null) return false
  if (day < (service.startsOn ?? '2026-01-01') || day > (service.endsOn ?? '2027-12-31')) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  if (service.rule === 'workdays' || service.rule === 'restDays') {
    const isOff = specialDays[day] ?? weekday > 5
    return isOff === (service.rule === 'restDays')
  }
  return (service.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).includes(weekday)
}

function startsOf({ headway }: GivenTrip): { start?: number; about?: number }[] {
  if (!headway || headway.length === 0) return [{}]
  const starts: { start?: number; about?: number }[] = []
  for (const { from, until, seconds, isExact } of headway)
    for (let start = secondsOf(from); start < secondsOf(until); start += seconds)
      starts.push({ start, ...(isExact ? {} : { about: seconds }) })
  return starts
}

interface Known {
  departsAt: number
  scheduledAt: number
  trip: number
  line: string
  seconds: number
  departure: Departure
}

function knownOfDay(world: NaiveWorld, day: string): Known[] {
  const { timetable, said } = world
  const zone = timetable.timezone
  const noon = Date.parse(`${day}T12:00:00Z`)
  const base = noon - hoursAhead(noon, zone) * 3_600_000 - 12 * 3_600_000
  const known: Known[] = []
  for (const [number, trip] of timetable.trips.entries()) {
    const { tripId, routeId, serviceId = 'daily', directionId = 0, headsign = '', times } = trip
    if (!runs(timetable.services?.[serviceId] ?? {}, day, world.specialDays)) continue
    const stops = times.map((text) => ({ id: text.split(' ')[0] ?? '', at: text.split(/[ /]/).pop() ?? '' }))
    const first = secondsOf(stops[0]?.at ?? '')
    for (const { start, about } of startsOf(trip)) {
      const ofTrip = said.filter((one) => one.tripId === tripId && one.day === day)
      const word =
        ofTrip.find((one) => one.startsAtSeconds === start) ?? ofTrip.find((one) => one.startsAtSeconds === -1)
      for (let i = 0; i < stops.length - 1; i++) {
        const { id = '', at = '' } = stops[i] ?? {}
        if (trip.noPickup?.includes(id)) continue
        const seconds = start === undefined ? secondsOf(at) : start + secondsOf(at) - first
        const scheduledAt = base + seconds * 1000
        const late = word && !word.isCancelled ? word.delayMinutes : 0
        known.push({
          departsAt: scheduledAt + late * 60_000,
          scheduledAt,
          trip: number,
          line: `${routeId} ${directionId}`,
          seconds,
          departure: {
            tripId,
            day,
            ...(start === undefined ? {} : { startsAtSeconds: start }),
            routeId,
            headsign: headsign || (stops[stops.length - 1]?.id ?? ''),
            stopId: id,
            stopSequence: i + 1,
            scheduledAt: written(scheduledAt, zone),
            departsAt: written(scheduledAt + late * 60_000, zone),
            delayMinutes: late,
            isCancelled: word?.isCancelled ?? false,
            changeNote: word?.note ?? '',
            ...(about === undefined ? {} : { headwaySeconds: about }),
            // known only when the whole day is
            isLast: false,
            isWheelchair: trip.isWheelchair ?? false,
            isReservable: start === undefined && world.reservable.includes(routeId),
          },
        })
      }
    }
  }
  return known
}

const inOrder = (a: Known, b: Known) =>
  a.departsAt - b.departsAt ||
  a.scheduledAt - b.scheduledAt ||
  a.trip - b.trip ||
  a.departure.stopSequence - b.departure.stopSequence ||
  (a.departure.startsAtSeconds ?? 0) - (b.departure.startsAtSeconds ?? 0)

/** Every departure of every trip on every day of a stretch, by plain loops; asked for what comes next at a stop. */
export function naiveDepartures(world: NaiveWorld, firstDay: string, lastDay: string) {
  const all: Known[] = []
  for (let ms = Date.parse(firstDay); ms <= Date.parse(lastDay) + dayMs / 2; ms += dayMs)
    all.push(...knownOfDay(world, dayText(ms)))
  const lasts = new Map<string, number>()
  const placeOf = ({ departure, line }: Known) => `${departure.stopId} ${departure.day} ${line}`
  for (const one of all) lasts.set(placeOf(one), Math.max(one.seconds, lasts.get(placeOf(one)) ?? 0))
  all.sort(inOrder)
  // each stop by itself, so that 10,000 questions take seconds
  const byStop = new Map<string, { one: Known; day: number }[]>()
  for (const one of all) {
    const { stopId, day } = one.departure
    const here = byStop.get(stopId) ?? []
    byStop.set(stopId, here)
    here.push({ one, day: Date.parse(day) })
  }
  return (stopIds: readonly string[], from: number, limit: number): Departure[] => {
    const today = Date.parse(localDay(from, world.timetable.timezone))
    const shown: Known[] = []
    for (const stopId of stopIds) {
      let count = 0
      for (const { one, day } of byStop.get(stopId) ?? []) {
        const days = (day - today) / dayMs
        if (one.departsAt < from || days < -3 || days > 7) continue
        shown.push(one)
        if (++count === limit) break
      }
    }
    return shown
      .sort(inOrder)
      .slice(0, limit)
      .map((one) => ({ ...one.departure, isLast: lasts.get(placeOf(one)) === one.seconds }))
  }
}
