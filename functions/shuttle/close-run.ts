import { closeRun } from '../../contract/shuttle-vehicles'
import { keeper, refuse } from '../keeper'
import { closeOneRun } from './close-one-run'
import { openRun } from './open-run'
import { readRuns } from './run-rows'
import { tripOnDay } from './trip-on-day'

export default keeper(closeRun, async ({ tripId, day }, asked) => {
  const trip = await tripOnDay(asked, tripId, day)
  if (!trip) return refuse('NO_SUCH_TRIP')
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  if ((trip.stops[0]?.departsAt ?? 0) > asked.now) return refuse('NOT_DEPARTED')
  const noShows = await closeOneRun(asked.db, asked.orgId, await openRun(asked, trip), asked.now)
  const [found] = await readRuns(asked, day, tripId)
  return found ? { run: found.run, noShows } : refuse('DOES_NOT_RUN')
})
