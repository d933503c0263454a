import type { AskedOf } from '../../contract/procedure'
import type { saveTimetableGrid } from '../../contract/shuttle-grid'
import { type Refusal, refuse } from '../keeper'

type Trip = AskedOf<typeof saveTimetableGrid>['trips'][number]
type Problem = Refusal<'NO_SUCH_SERVICE' | 'NO_SUCH_TRIP' | 'TIMES_DECREASE' | 'TOO_FEW_STOPS'>

function problemOf({ times, headways = [] }: Trip, trip: number): Problem | undefined {
  const given = times.filter((time) => time !== null)
  if (given.length < 2) return refuse('TOO_FEW_STOPS', { trip })
  for (let i = 1; i < given.length; i++)
    if ((given[i] ?? 0) < (given[i - 1] ?? 0)) return refuse('TIMES_DECREASE', { trip })
  if (headways.some(({ from, until }) => until <= from)) return refuse('TIMES_DECREASE', { trip })
  return undefined
}

/** Why a grid cannot be written, naming the trip by its position (0 first); undefined when it can. */
export function gridProblem(
  trips: readonly Trip[],
  known: { services: ReadonlySet<string>; tripIds: ReadonlySet<string> },
): Problem | undefined {
  const seen = new Set<string>()
  for (const [i, trip] of trips.entries()) {
    if (!known.services.has(trip.serviceId)) return refuse('NO_SUCH_SERVICE', { trip: i })
    if (trip.tripId !== undefined) {
      if (!known.tripIds.has(trip.tripId) || seen.has(trip.tripId)) return refuse('NO_SUCH_TRIP', { trip: i })
      seen.add(trip.tripId)
    }
    const problem = problemOf(trip, i)
    if (problem) return problem
  }
  return undefined
}
