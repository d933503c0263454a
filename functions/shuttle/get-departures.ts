import { getDepartures } from '../../contract/shuttle'
import type { RouteBrief } from '../../contract/shuttle-words'
import { dayOf, formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { knownStops } from './known-stops'
import { momentOf } from './moment-of'
import { departuresOf, nextVisits } from './next-departures'
import { noticesAtStops, noticesOn } from './notices-in-force'
import { dayIn, formatLocal } from './service-clock'
import { type TimetableInForce, timetableInForce } from './timetable-in-force'

/** The lines of departures, in the order of the timetable. */
export function routesOf({ routes }: TimetableInForce, departures: readonly { routeId: string }[]): RouteBrief[] {
  const shown = new Set(departures.map(({ routeId }) => routeId))
  return routes
    .filter(({ routeId }) => shown.has(routeId))
    .map(({ routeId, shortName, longName, color, textColor }) => ({ routeId, shortName, longName, color, textColor }))
}

export default keeper(getDepartures, async ({ stopId, from, limit }, asked) => {
  const { orgId, now, person } = asked
  const { pool } = asked.cloud
  const moment = momentOf(from, now)
  const timetable = await timetableInForce(asked)
  if (!timetable) {
    const notices = await noticesOn(pool, orgId, dayOf(now, person.zone))
    const nothing = { myStops: [], isFavourite: false, departures: [], routes: [], notices }
    return { now: formatInstant(now, person.zone), ...nothing }
  }
  const { timetableKey, timezone, name } = timetable
  const [known, notices] = await Promise.all([
    knownStops({ ...asked, pool }, timetableKey, stopId === undefined ? [] : [stopId]),
    noticesOn(pool, orgId, dayIn(now, timezone)),
  ])
  const here = stopId === undefined ? known.kept[0] : known.asked.get(stopId)
  if (!here && stopId !== undefined) return refuse('NO_SUCH_STOP')
  const head = {
    now: formatLocal(now, timezone),
    myStops: known.kept.map(({ stop }) => stop),
    timetable: { name, timezone, publishedAt: formatLocal(timetable.publishedAt.getTime(), timezone) },
  }
  if (!here) return { ...head, isFavourite: false, departures: [], routes: [], notices }
  const { stop, platforms } = here
  const stopKeys = [...platforms.keys()]
  const around = { pool, orgId, timetable, stopKeys }
  const visits = await nextVisits({ ...around, from: moment, limit })
  const departures = await departuresOf(around, visits, platforms)
  return {
    ...head,
    stop,
    isFavourite: known.kept.some((kept) => kept.stop.stopId === stop.stopId),
    departures,
    routes: routesOf(timetable, departures),
    notices: await noticesAtStops(pool, { orgId, timetableKey, stopKeys }, notices),
  }
})
