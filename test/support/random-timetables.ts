import type { GivenTrip } from './given-timetable'
import type { NaiveWorld, SaidLate } from './naive-departures'

/** A number from 0 to below `most`. */
export type Dice = (most: number) => number

/** The same seed throws the same numbers (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % most
  }
}

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
export const stopIds = Array.from({ length: 12 }, (_, i) => `站${i + 1}`)
/** Platforms of a station. */
export const parents = { 站1: '枢纽', 站2: '枢纽', 站3: '枢纽' }

function randomTrip(dice: Dice, n: number, serviceIds: readonly string[]): GivenTrip {
  const isRound = dice(6) === 0
  // most in the daytime, some around midnight, a few two days later
  let at = [dice(288), dice(288), 270 + dice(50), 560 + dice(200)][dice(4)] ?? 0
  const first = dice(stopIds.length)
  const count = 2 + dice(5)
  const times = Array.from({ length: count + (isRound ? 1 : 0) }, (_, i) => {
    const stop = stopIds[(first + (i % count) * 5) % stopIds.length]
    const arrives = at + (i === 0 ? 0 : 1 + dice(3))
    at = arrives + (dice(3) === 0 ? 1 : 0)
    return `${stop} ${clock(arrives * 5)}/${clock(at * 5)}`
  })
  const startMinutes = 300 + dice(1200)
  const headway = [
    { from: clock(startMinutes), until: clock(startMinutes + 121), seconds: 900, isExact: dice(2) === 0 },
    { from: clock(startMinutes + 121), until: clock(startMinutes + 400), seconds: 2400 },
  ].slice(0, 1 + dice(2))
  return {
    tripId: `班${n}`,
    routeId: `${1 + dice(5)}路`,
    serviceId: serviceIds[dice(serviceIds.length)] ?? '',
    directionId: dice(2) === 0 ? 0 : 1,
    headsign: dice(3) === 0 ? '' : '总部',
    isWheelchair: dice(3) === 0,
    times,
    ...(dice(8) === 0 ? { noPickup: [stopIds[dice(stopIds.length)] ?? ''] } : {}),
    ...(dice(7) === 0 ? { headway } : {}),
  }
}

/** A timetable of everything that is hard, with holidays of `days`, make-up workdays, delays and cancellations. */
export function randomWorld(
  dice: Dice,
  timezone: NaiveWorld['timetable']['timezone'],
  days: readonly string[],
): NaiveWorld {
  const someDays = (n: number) => Array.from({ length: n }, () => days[dice(days.length)] ?? '')
  const middle = days[Math.floor(days.length / 2)] ?? ''
  const [removed, added] = [new Set(someDays(3)), new Set(someDays(3))]
  const services: NaiveWorld['timetable']['services'] = {
    daily: {},
    weekdays: {
      weekdays: [1, 2, 3, 4, 5],
      removed: [...removed],
      added: [...added].filter((day) => !removed.has(day)),
    },
    weekends: { weekdays: [6, 7] },
    workdays: { rule: 'workdays', removed: [middle] },
    restDays: { rule: 'restDays' },
    untilMiddle: { endsOn: middle },
    fromMiddle: { startsOn: middle },
    addedOnly: { startsOn: null, endsOn: null, added: [...new Set(someDays(4))] },
  }
  const trips = Array.from({ length: 70 }, (_, n) => randomTrip(dice, n, Object.keys(services)))
  const said = new Map<string, SaidLate>()
  for (let n = 0; n < 160; n++) {
    const trip = trips[dice(trips.length)]
    const [day = ''] = someDays(1)
    const [stretch] = trip?.headway ?? []
    const [hours = 0, minutes = 0] = (stretch?.from ?? '').split(':').map(Number)
    const start = stretch && dice(2) === 0 ? hours * 3600 + minutes * 60 + dice(4) * stretch.seconds : -1
    const isCancelled = dice(4) === 0
    const one = { day, tripId: trip?.tripId ?? '', startsAtSeconds: start, isCancelled, note: dice(2) ? '修路' : '' }
    said.set(`${day} ${one.tripId} ${start}`, { ...one, delayMinutes: dice(5) * ([1, 10, 40][dice(3)] ?? 1) })
  }
  const holidays = someDays(6).map((day): [string, boolean] => [day, dice(2) === 0])
  return {
    timetable: { timezone, services, trips, parents },
    specialDays: Object.fromEntries(holidays),
    said: [...said.values()],
    reservable: ['1路', '2路'],
  }
}
