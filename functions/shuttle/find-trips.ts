import { findTrips } from '../../contract/shuttle'
import { keeper, refuse } from '../keeper'
import { routesOf } from './get-departures'
import { knownStops } from './known-stops'
import { momentOf } from './moment-of'
import { departuresOf } from './next-departures'
import { nextRides } from './rides-between'
import { formatLocal } from './service-clock'
import { timetableInForce } from './timetable-in-force'

export default keeper(findTrips, async (input, asked) => {
  const { orgId, now } = asked
  const { pool } = asked.cloud
  const { fromStopId, toStopId, limit } = input
  const from = momentOf(input.from, now)
  if (fromStopId === toStopId) return refuse('SAME_STOP')
  const timetable = await timetableInForce(asked)
  if (!timetable) return refuse('NO_SUCH_STOP')
  const { timetableKey, timezone } = timetable
  const { asked: known } = await knownStops({ ...asked, pool }, timetableKey, [fromStopId, toStopId])
  const [here, there] = [known.get(fromStopId), known.get(toStopId)]
  if (!here || !there) return refuse('NO_SUCH_STOP')
  const around = { pool, orgId, timetable, stopKeys: [...here.platforms.keys()] }
  const rides = await nextRides({ ...around, from, limit }, [...there.platforms.keys()])
  const departures = await departuresOf(around, rides, here.platforms)
  return {
    now: formatLocal(now, timezone),
    fromStop: here.stop,
    toStop: there.stop,
    trips: departures.map((departure, i) => {
      const { arrivesAt = 0, stops = 0 } = rides[i] ?? {}
      return { ...departure, arrivesAt: formatLocal(arrivesAt, timezone), stops }
    }),
    routes: routesOf(timetable, departures),
  }
})
