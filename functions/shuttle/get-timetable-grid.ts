import { getTimetableGrid, mostGridStops, mostGridTrips } from '../../contract/shuttle-grid'
import { keeper, refuse } from '../keeper'
import { findRouteKey, readGridTrips } from './grid-trips'
import { columnsOf, positionsIn } from './stop-patterns'
import { findTimetable } from './timetable-rows'

export default keeper(getTimetableGrid, async ({ timetableId, routeId, directionId }, { db, orgId }) => {
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  const routeKey = await findRouteKey(db, { ...found, orgId }, routeId)
  if (routeKey === undefined) return refuse('NO_SUCH_LINE')
  const trips = await readGridTrips(db, { ...found, orgId }, { routeKey, directionId }, mostGridTrips + 1)
  if (trips.length > mostGridTrips) return refuse('TOO_LARGE_GRID')
  const stopIds = columnsOf(trips.map(({ times }) => times.map(({ stopId }) => stopId)))
  if (stopIds.length > mostGridStops) return refuse('TOO_LARGE_GRID')
  return {
    revision: found.revision,
    headsign: trips[0]?.headsign ?? '',
    stopIds,
    trips: trips.map(({ tripId, serviceId, wheelchair, times, headways, plate, seats, driver }) => {
      const cells = new Array<number | null>(stopIds.length).fill(null)
      const at = positionsIn(
        stopIds,
        times.map(({ stopId }) => stopId),
      )
      for (const [i, { departure }] of times.entries()) cells[at[i] ?? 0] = departure
      return {
        tripId,
        serviceId,
        isWheelchair: wheelchair === 1,
        times: cells,
        ...(headways.length > 0 ? { headways: headways.map(({ isExact: _is, ...stretch }) => stretch) } : {}),
        plate,
        ...(seats === null ? {} : { seats }),
        driver,
      }
    }),
  }
})
