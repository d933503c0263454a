import { sql } from 'kysely'
import { createTimetable } from '../../contract/shuttle-grid'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { findTimetable, timetableOf } from './timetable-rows'
import { timezoneOf } from './timezone-of'

// everything of a timetable, in an order in which what is referred to comes first
const parts = [
  [
    'timetable_route',
    'route_key, route_id, agency_id, short_name, long_name, route_type, color, text_color, sort_order, more',
  ],
  [
    'timetable_stop',
    'stop_key, stop_id, code, name, pinyin, initials, lat, lon, location_type, parent_key, wheelchair, more',
  ],
  ['timetable_service', 'service_key, service_id, name, rule, weekdays, starts_on, ends_on, more'],
  ['service_exception', 'service_key, day, is_added'],
  [
    'timetable_trip',
    'trip_key, trip_id, route_key, service_key, direction_id, headsign, short_name, wheelchair, has_headway, plate, seats, driver, driver_phone, more',
  ],
  ['trip_frequency', 'trip_key, starts_at, ends_at, headway, is_exact'],
  [
    'stop_time',
    'trip_key, stop_sequence, stop_key, service_key, arrival, departure, is_guessed, is_last, has_headway, pickup_type, drop_off_type, headsign, more',
  ],
  ['stop_service', 'stop_key, service_key, last_departure, lines, last_of_lines'],
  ['timetable_file', 'name, byte_count, crc32, deflated'],
] as const

async function copyParts({ db, orgId }: AskedByPerson, from: number, to: number): Promise<void> {
  for (const [table, columns] of parts)
    await sql`INSERT INTO ${sql.table(table)} (org_id, timetable_key, ${sql.raw(columns)})
      SELECT org_id, ${to}::integer, ${sql.raw(columns)} FROM ${sql.table(table)}
      WHERE org_id = ${orgId} AND timetable_key = ${from}`.execute(db)
}

export default keeper(createTimetable, async ({ name, copyOf }, asked) => {
  const { db, orgId, now, person } = asked
  const from = copyOf === undefined ? undefined : await findTimetable(db, orgId, copyOf)
  if (copyOf !== undefined && !from) return refuse('NO_SUCH_TIMETABLE')
  const timetableId = newId(now)
  const begun = await sql<{ timetableKey: number }>`
    INSERT INTO timetable (org_id, timetable_id, name, agencies, agency_name, timezone, source, counts, first_day, last_day,
      created_by, created_at)
    SELECT o.org_id, ${timetableId}::uuid, ${name}, coalesce(t.agencies, '[]'), coalesce(t.agency_name, o.name),
      coalesce(t.timezone, ${timezoneOf(person.zone)}), 'hand', coalesce(t.counts, '{}'), t.first_day, t.last_day,
      ${person.personId}::uuid, ${new Date(now)}::timestamptz
    FROM org o LEFT JOIN timetable t ON t.org_id = o.org_id AND t.timetable_key = ${from?.timetableKey ?? null}::integer
    WHERE o.org_id = ${orgId} RETURNING timetable_key AS "timetableKey"`.execute(db)
  const timetableKey = begun.rows[0]?.timetableKey ?? 0
  if (from) await copyParts(asked, from.timetableKey, timetableKey)
  const made = await findTimetable(db, orgId, timetableId)
  return made ? timetableOf(made, person.zone) : refuse('NO_SUCH_TIMETABLE')
})
