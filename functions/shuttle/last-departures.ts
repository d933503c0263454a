import type { Pool } from 'pg'
import { type HeadwayVisit, lineNumber, type StopService, stopFacts } from './stop-facts'
import type { TimetableInForce } from './timetable-in-force'
import type { Visit } from './visit'

/** The second at which the last start of a headway passes a stop. */
function lastPassing({ startsAt, endsAt, headway, after }: HeadwayVisit): number {
  return startsAt + Math.floor((endsAt - 1 - startsAt) / headway) * headway + after
}

/** Whether departures are the last of their line and direction on their day at their stop (末班). */
export async function lastsAmong(
  pool: Pool,
  orgId: number,
  timetable: TimetableInForce,
  visits: readonly Visit[],
): Promise<(visit: Visit) => boolean> {
  const facts = await stopFacts(pool, orgId, timetable, [...new Set(visits.map(({ stopKey }) => stopKey))])
  return ({ stopKey, day, seconds, ...visit }) => {
    const running = timetable.servicesOn(day)
    const line = lineNumber(visit)
    const { services = [], headways = [] } = facts.get(stopKey) ?? {}
    const hasLater = ({ serviceKey, lines, lastOfLines }: StopService) =>
      running.has(serviceKey) && (lastOfLines[lines.indexOf(line)] ?? -1) > seconds
    const passesLater = (one: HeadwayVisit) =>
      running.has(one.serviceKey) && lineNumber(one) === line && lastPassing(one) > seconds
    return !services.some(hasLater) && !headways.some(passesLater)
  }
}
