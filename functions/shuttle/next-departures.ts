import type { Pool } from 'pg'
import type { Departure } from '../../contract/shuttle-words'
import { addDays, type Day, daysBetween } from '../../contract/zone'
import { lateFixed, nextFixed } from './fixed-visits'
import { headwayStarts } from './headway-starts'
import { lastsAmong } from './last-departures'
import { dayIn, formatLocal, serviceInstant } from './service-clock'
import { stopFacts } from './stop-facts'
import type { TimetableInForce } from './timetable-in-force'
import { tripChanges } from './trip-changes'
import { byDeparture, type TimedVisit, timed, type Visit } from './visit'

/** Times of a service day reach to 72:00, so that three days ago may still depart now. */
export const daysBehind = 3
export const daysAhead = 7
/** Most stops have enough departures today; only a stop with few is asked about the days further on. */
const reaches = [0, 1, daysAhead]

const daysBetweenBoth = (first: Day, last: Day) =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))

/** Which stops are meant, by stop_key, and from when on (epoch ms). */
export interface NextWish {
  pool: Pool
  orgId: number
  timetable: TimetableInForce
  stopKeys: readonly number[]
  from: number
  limit: number
}

/** The next departures at stops: of the service days from three days before to seven after, delays reckoned in. */
export async function nextVisits(wish: NextWish): Promise<TimedVisit[]> {
  const { pool, orgId, timetable, stopKeys, from, limit } = wish
  const { timezone } = timetable
  const today = dayIn(from, timezone)
  const [facts, changes] = await Promise.all([
    stopFacts(pool, orgId, timetable, stopKeys),
    tripChanges(pool, orgId, addDays(today, -daysBehind), addDays(today, daysAhead)),
  ])
  const late = await lateFixed(wish, stopKeys, changes)
  const keyOf = ({ tripKey, stopSequence, day }: Visit) => `${tripKey} ${stopSequence} ${day}`
  const isLate = new Set(late.map(keyOf))
  const coming = (visits: readonly Visit[]) =>
    visits.map((visit) => timed(visit, timezone, changes)).filter(({ departsAt }) => departsAt >= from)
  const found = coming(late)
  let next = addDays(today, -daysBehind)
  for (const reach of reaches) {
    const days = daysBetweenBoth(next, addDays(today, reach))
    next = addDays(today, reach + 1)
    // late ones are known already: with so many more the first ones that are not late are surely among them
    const onTime = await nextFixed(wish, facts, days, limit + late.length)
    found.push(...coming(onTime.filter((visit) => !isLate.has(keyOf(visit)))))
    for (const day of days)
      for (const { headways } of facts.values()) {
        const running = headways.filter(({ serviceKey }) => timetable.servicesOn(day).has(serviceKey))
        found.push(...coming(headwayStarts(running, day, { from, most: limit, timezone, changes })))
      }
    const last = found.sort(byDeparture)[limit - 1]
    // no trip of the days further on departs before they begin
    if (last && last.departsAt < serviceInstant(next, 0, timezone)) break
  }
  return found.slice(0, limit)
}

/** Departures as riders see them; `stopIds` by stop_key. */
export async function departuresOf<V extends TimedVisit>(
  { pool, orgId, timetable }: Pick<NextWish, 'pool' | 'orgId' | 'timetable'>,
  visits: readonly V[],
  stopIds: ReadonlyMap<number, string>,
): Promise<Departure[]> {
  const isLast = await lastsAmong(pool, orgId, timetable, visits)
  return visits.map((visit) => {
    const { tripId, day, stopKey, headsign, stopSequence, startsAtSeconds, headwaySeconds, isWheelchair, said } = visit
    const route = timetable.routeOf.get(visit.routeKey)
    return {
      tripId,
      day,
      ...(startsAtSeconds === undefined ? {} : { startsAtSeconds }),
      routeId: route?.routeId ?? '',
      headsign,
      stopId: stopIds.get(stopKey) ?? '',
      stopSequence,
      scheduledAt: formatLocal(visit.scheduledAt, timetable.timezone),
      departsAt: formatLocal(visit.departsAt, timetable.timezone),
      delayMinutes: said.isCancelled ? 0 : said.delayMinutes,
      isCancelled: said.isCancelled,
      changeNote: said.note,
      ...(headwaySeconds === undefined ? {} : { headwaySeconds }),
      isLast: isLast(visit),
      isWheelchair,
      isReservable: (route?.isReservable ?? false) && startsAtSeconds === undefined,
    }
  })
}
