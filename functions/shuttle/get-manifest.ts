import { getManifest } from '../../contract/shuttle-fleet'
import { keeper, refuse } from '../keeper'
import { countBoarding, readManifest } from './manifest-rows'
import { readRuns } from './run-rows'
import { formatLocal } from './service-clock'
import { tripOnDay } from './trip-on-day'

/** Who is counted on the bus: the seats that are given. */
const rides = new Set(['reserved', 'offered', 'boarded', 'noShow'])

export default keeper(getManifest, async ({ tripId, day }, asked) => {
  const trip = await tripOnDay(asked, tripId, day)
  if (!trip) return refuse('NO_SUCH_TRIP')
  const [found] = trip.runs ? await readRuns(asked, day, tripId) : []
  if (!found) return refuse('DOES_NOT_RUN')
  const { run, runId, timezone } = found
  const where = { runId: runId ?? '', timezone }
  const riders = runId ? await readManifest(asked, where) : []
  const seated = riders.filter(({ seat }) => rides.has(seat.status))
  const { walkIns, refused } = runId ? await countBoarding(asked, runId) : { walkIns: 0, refused: 0 }
  asked.note({ tripId, day })
  return {
    now: formatLocal(asked.now, timezone),
    run,
    stops: trip.stops.map(({ stopId, name, departsAt }, i) => {
      const position = i + 1
      const taken = seated.filter(
        ({ seat, fromPosition, toPosition }) =>
          seat.kind === 'seat' && fromPosition <= position && position < toPosition,
      ).length
      return {
        stopId,
        name,
        departsAt: formatLocal(departsAt, timezone),
        boards: seated.filter(({ fromPosition }) => fromPosition === position).length,
        alights: seated.filter(({ toPosition }) => toPosition === position).length,
        free: i === trip.stops.length - 1 ? 0 : Math.max(0, run.seats - taken),
      }
    }),
    seats: riders.map(({ seat }) => seat),
    walkIns,
    refused,
  }
})
