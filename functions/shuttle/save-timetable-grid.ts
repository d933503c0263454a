import { mostGridTrips, saveTimetableGrid } from '../../contract/shuttle-grid'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Draft, editDraft, isRefused, nextKey, settleTimetable } from './edit-draft'
import { gridProblem } from './grid-problems'
import { findRouteKey, readGridTrips } from './grid-trips'
import { writeGrid } from './write-grid'

/** The numbers of a draft's services, stops and trips by their ids. */
async function readKeys({ db }: AskedByPerson, { orgId, timetableKey }: Draft) {
  const services = await db
    .selectFrom('timetableService')
    .select(['serviceId', 'serviceKey'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
  const stops = await db
    .selectFrom('timetableStop')
    .select(['stopId', 'stopKey'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .where('locationType', '=', 0)
    .execute()
  const trips = await db
    .selectFrom('timetableTrip')
    .select('tripId')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
  return {
    services: new Map(services.map(({ serviceId, serviceKey }) => [serviceId, serviceKey])),
    stops: new Map(stops.map(({ stopId, stopKey }) => [stopId, stopKey])),
    takenTripIds: new Set(trips.map(({ tripId }) => tripId)),
  }
}

export default keeper(saveTimetableGrid, async (input, asked) => {
  const { db } = asked
  const draft = await editDraft(asked, input)
  if (isRefused(draft)) return draft
  const { routeId, directionId, stopIds, trips } = input
  const routeKey = await findRouteKey(db, draft, routeId)
  if (routeKey === undefined) return refuse('NO_SUCH_LINE')
  const before = await readGridTrips(db, draft, { routeKey, directionId }, mostGridTrips + 1)
  // what the grid does not show must not be thrown away by it
  if (before.length > mostGridTrips) return refuse('TOO_LARGE_GRID')
  const keys = await readKeys(asked, draft)
  const strange = stopIds.find((stopId) => !keys.stops.has(stopId))
  if (strange !== undefined) return refuse('NO_SUCH_STOP', { stopId: strange })
  const problem = gridProblem(trips, {
    services: new Set(keys.services.keys()),
    tripIds: new Set(before.map(({ tripId }) => tripId)),
  })
  if (problem) return problem
  const nextTripKey = await nextKey(db, draft, 'timetableTrip')
  const tripIds = await writeGrid(db, draft, input, before, { ...keys, routeKey, nextTripKey })
  await settleTimetable(db, draft)
  asked.note({ routeId, directionId, trips: trips.length })
  return { revision: draft.revision, tripIds }
})
