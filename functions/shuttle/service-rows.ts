import { sql } from 'kysely'
import type { Service } from '../../contract/shuttle-grid'
import type { Db } from '../../database/connect'

type ServiceRow = Omit<Service, 'startsOn' | 'endsOn'> & { startsOn: string | null; endsOn: string | null }

/** When the trips of a timetable run, in the order in which the services were made. */
export async function readServices(
  db: Db,
  { orgId, timetableKey }: { orgId: number; timetableKey: number },
): Promise<Service[]> {
  const { rows } = await sql<ServiceRow>`
    SELECT s.service_id AS "serviceId", s.name, s.rule, s.weekdays, s.starts_on::text AS "startsOn",
      s.ends_on::text AS "endsOn",
      coalesce(array_agg(e.day::text ORDER BY e.day) FILTER (WHERE e.is_added), '{}') AS "addedDays",
      coalesce(array_agg(e.day::text ORDER BY e.day) FILTER (WHERE NOT e.is_added), '{}') AS "removedDays"
    FROM timetable_service s LEFT JOIN service_exception e ON e.org_id = s.org_id AND e.timetable_key = s.timetable_key
      AND e.service_key = s.service_key
    WHERE s.org_id = ${orgId} AND s.timetable_key = ${timetableKey}
    GROUP BY s.service_key, s.service_id, s.name, s.rule, s.weekdays, s.starts_on, s.ends_on
    ORDER BY s.service_key`.execute(db)
  return rows.map(({ startsOn, endsOn, ...service }) => ({
    ...service,
    ...(startsOn === null ? {} : { startsOn }),
    ...(endsOn === null ? {} : { endsOn }),
  }))
}
