import { sql } from 'kysely'
import { runsOn, type ServiceDays } from '../../contract/service-days'
import type { Day } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** The timetable in force and which of its services run on a day; undefined when none is in force. */
export async function servicesOfDay(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  day: Day,
): Promise<{ timetableKey: number; timezone: string; serviceKeys: number[] } | undefined> {
  const timetable = await db
    .selectFrom('timetable')
    .select(['timetableKey', 'timezone'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'published')
    .executeTakeFirst()
  if (!timetable) return undefined
  const { rows } = await sql<{ serviceKey: number; isAdded: boolean | null; isOffDay: boolean | null } & ServiceDays>`
    SELECT s.service_key AS "serviceKey", s.rule, s.weekdays, s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn",
      e.is_added AS "isAdded", d.is_off_day AS "isOffDay"
    FROM timetable_service s
    LEFT JOIN service_exception e ON e.org_id = s.org_id AND e.timetable_key = s.timetable_key
      AND e.service_key = s.service_key AND e.day = ${day}::date
    LEFT JOIN special_day d ON d.org_id = s.org_id AND d.day = ${day}::date
    WHERE s.org_id = ${orgId} AND s.timetable_key = ${timetable.timetableKey}`.execute(db)
  const running = rows.filter(({ isAdded, isOffDay, ...service }) =>
    runsOn(
      { ...service, addedDays: isAdded === true ? [day] : [], removedDays: isAdded === false ? [day] : [] },
      day,
      isOffDay === null ? {} : { [day]: isOffDay },
    ),
  )
  return { ...timetable, serviceKeys: running.map(({ serviceKey }) => serviceKey) }
}

/** The zone of the timetable in force (IANA); undefined when none is. */
export async function timezoneInForce({ db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>): Promise<string | undefined> {
  const timetable = await db
    .selectFrom('timetable')
    .select('timezone')
    .where('orgId', '=', orgId)
    .where('status', '=', 'published')
    .executeTakeFirst()
  return timetable?.timezone
}
