import { sql } from 'kysely'
import type { Run } from '../../contract/shuttle-fleet'
import type { Day } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { formatLocal, serviceInstant } from './service-clock'
import { servicesOfDay } from './services-of-day'

type RunRow = Omit<Run, 'day' | 'route' | 'departsAt' | 'arrivesAt' | 'isMine' | 'isClosed'> &
  Run['route'] & { departure: number; arrival: number; closedAt: Date | null; runId: string | null }

/** A run with the id under which its seats stand; absent while nobody asked for one. */
export interface FoundRun {
  run: Run
  runId?: string
  timezone: string
}

/** The trips of a day in the order of departure, or one of them, at most 500. */
export async function readRuns(
  asked: Pick<AskedByPerson, 'db' | 'orgId' | 'person'>,
  day: Day,
  tripId?: string,
): Promise<FoundRun[]> {
  const { db, orgId, person } = asked
  const timetable = await servicesOfDay(asked, day)
  if (!timetable) return []
  const { timetableKey, timezone, serviceKeys } = timetable
  const { rows } = await sql<RunRow>`
    SELECT trip_id AS "tripId", headsign, headway AS "headwaySeconds", departure, arrival, first_stop AS "firstStop",
      last_stop AS "lastStop", route_id AS "routeId", short_name AS "shortName", long_name AS "longName", color,
      text_color AS "textColor", delay_minutes AS "delayMinutes", is_cancelled AS "isCancelled",
      change_note AS "changeNote", vehicle_id AS "vehicleId", plate, driver_id AS "driverId", driver,
      is_reservable AS "isReservable", seats, wheelchair_places AS "wheelchairPlaces", run_id AS "runId",
      closed_at AS "closedAt", reserved, boarded, waiting, most_taken AS "mostTaken"
    FROM runs_of_day(${orgId}::integer, ${timetableKey}::integer, ${serviceKeys}::integer[], ${day}::date,
      ${tripId ?? null}::text)
    ORDER BY departure, trip_id LIMIT 500`.execute(db)
  const at = (seconds: number) => formatLocal(serviceInstant(day, seconds, timezone), timezone)
  return rows.map(({ routeId, shortName, longName, color, textColor, runId, ...row }) => {
    const { departure, arrival, closedAt, headwaySeconds, vehicleId, driverId, ...run } = row
    return {
      timezone,
      ...(runId === null ? {} : { runId }),
      run: {
        ...run,
        day,
        route: { routeId, shortName, longName, color, textColor },
        departsAt: at(departure),
        arrivesAt: at(arrival),
        ...(headwaySeconds ? { headwaySeconds } : {}),
        ...(vehicleId ? { vehicleId } : {}),
        ...(driverId ? { driverId } : {}),
        isMine: driverId === person.personId,
        isClosed: closedAt !== null,
      },
    }
  })
}
