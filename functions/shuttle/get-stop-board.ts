import type { ValueOf } from '../../contract/procedure'
import { getStopBoard } from '../../contract/shuttle'
import { keeper, refuse } from '../keeper'
import { knownStops } from './known-stops'
import { dayIn } from './service-clock'
import { endOfTrip, stopFacts } from './stop-facts'
import { timetableInForce } from './timetable-in-force'

type Board = ValueOf<typeof getStopBoard>['boards'][number]

const fixedOfDay = {
  name: 'shuttle-stop-board',
  text: `SELECT p.route_key AS "routeKey", coalesce(nullif(x.headsign, ''), nullif(p.headsign, ''), ${endOfTrip}) AS headsign,
      x.departure
    FROM stop_time x
    JOIN timetable_trip p ON p.org_id = x.org_id AND p.timetable_key = x.timetable_key AND p.trip_key = x.trip_key
    WHERE x.org_id = $1 AND x.timetable_key = $2 AND x.stop_key = ANY ($3) AND x.service_key = ANY ($4) AND NOT x.is_last
      AND NOT x.has_headway AND x.pickup_type <> 1
    ORDER BY x.departure`,
}

export default keeper(getStopBoard, async (input, asked) => {
  const { orgId, now } = asked
  const { pool } = asked.cloud
  const timetable = await timetableInForce(asked)
  if (!timetable) return refuse('NO_SUCH_STOP')
  const { timetableKey, timezone, name, routes } = timetable
  const { asked: known } = await knownStops({ ...asked, pool }, timetableKey, [input.stopId])
  const here = known.get(input.stopId)
  if (!here) return refuse('NO_SUCH_STOP')
  const day = input.day ?? dayIn(now, timezone)
  const services = timetable.servicesOn(day)
  const stopKeys = [...here.platforms.keys()]
  const boards = new Map<string, Board & { routeKey: number }>()
  const boardOf = ({ routeKey, headsign }: { routeKey: number; headsign: string }) => {
    const key = `${routeKey} ${headsign}`
    const {
      routeId = '',
      shortName = '',
      longName = '',
      color = '',
      textColor = '',
    } = timetable.routeOf.get(routeKey) ?? {}
    const route = { routeId, shortName, longName, color, textColor }
    const board = boards.get(key) ?? { routeKey, route, headsign, departures: [], headways: [] }
    boards.set(key, board)
    return board
  }
  const values = [orgId, timetableKey, stopKeys, [...services]]
  const fixed = await pool.query<{ routeKey: number; headsign: string; departure: number }>({ ...fixedOfDay, values })
  for (const row of fixed.rows) boardOf(row).departures.push(row.departure)
  const facts = await stopFacts(pool, orgId, timetable, stopKeys)
  for (const { headways } of facts.values())
    for (const visit of headways)
      if (services.has(visit.serviceKey))
        boardOf(visit).headways.push({
          seconds: visit.headway,
          from: visit.startsAt + visit.after,
          until: visit.endsAt + visit.after,
        })
  const order = new Map(routes.map(({ routeKey }, i) => [routeKey, i]))
  const sorted = [...boards.values()].sort((a, b) => (order.get(a.routeKey) ?? 0) - (order.get(b.routeKey) ?? 0))
  return { day, stop: here.stop, timetable: name, boards: sorted.map(({ routeKey: _key, ...board }) => board) }
})
