import type { PoolClient } from 'pg'
import { type DaysOff, runsOn } from '../../contract/service-days'
import type { ServiceRule } from '../../contract/shuttle-words'
import { type Day, weekdayOf } from '../../contract/zone'
import { weekdayColumns } from './gtfs-fields'

interface ServiceRow {
  id: string
  name: string
  rule: ServiceRule
  weekdays: number[]
  startsOn: Day | null
  endsOn: Day | null
  more: Record<string, string> | null
  addedDays: Day[]
  removedDays: Day[]
}

/** A line of CSV (RFC 4180), its line break included. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}

const compact = (day: Day) => day.replaceAll('-', '')
const weekdaysOf: Record<Exclude<ServiceRule, 'calendar'>, number[]> = { workdays: [1, 2, 3, 4, 5], restDays: [6, 7] }

async function readServices(client: PoolClient, orgId: number, timetableKey: number): Promise<ServiceRow[]> {
  const days = (isAdded: boolean) => `coalesce((SELECT array_agg(day::text ORDER BY day) FROM service_exception e
    WHERE e.org_id = s.org_id AND e.timetable_key = s.timetable_key AND e.service_key = s.service_key
      AND e.is_added = ${isAdded}), '{}')`
  const { rows } = await client.query<ServiceRow>(
    `SELECT service_id AS id, name, rule, weekdays, starts_on AS "startsOn", ends_on AS "endsOn", more,
       ${days(true)} AS "addedDays", ${days(false)} AS "removedDays"
     FROM timetable_service s WHERE org_id = $1 AND timetable_key = $2 ORDER BY service_key`,
    [orgId, timetableKey],
  )
  return rows
}

async function readDaysOff(client: PoolClient, orgId: number): Promise<DaysOff> {
  const { rows } = await client.query<{ day: Day; is_off_day: boolean }>(
    'SELECT day::text AS day, is_off_day FROM special_day WHERE org_id = $1',
    [orgId],
  )
  return Object.fromEntries(rows.map((row) => [row.day, row.is_off_day]))
}

/**
 * The exceptions of a service: its own, and for one that follows holidays every day on which they make it differ from
 * its weekdays, as GTFS knows no holidays.
 */
function exceptionsOf(service: ServiceRow, weekdays: readonly number[], daysOff: DaysOff): Map<Day, boolean> {
  const { rule, startsOn, endsOn, addedDays, removedDays } = service
  const exceptions = new Map<Day, boolean>()
  if (rule !== 'calendar' && startsOn && endsOn) {
    for (const day of Object.keys(daysOff)) {
      const runs = runsOn({ ...service, addedDays: [], removedDays: [] }, day, daysOff)
      if (day >= startsOn && day <= endsOn && runs !== weekdays.includes(weekdayOf(day))) exceptions.set(day, runs)
    }
  }
  for (const day of removedDays) exceptions.set(day, false)
  for (const day of addedDays) exceptions.set(day, true)
  return exceptions
}

/** calendar.txt and calendar_dates.txt of a timetable; only those that have something to say. */
export async function calendarFiles(
  client: PoolClient,
  { orgId, timetableKey }: { orgId: number; timetableKey: number },
): Promise<Record<string, string>> {
  const services = await readServices(client, orgId, timetableKey)
  const daysOff = await readDaysOff(client, orgId)
  const kept = [...new Set(services.flatMap(({ more }) => Object.keys(more ?? {})))].sort()
  const names = services.some(({ name }) => name !== '') ? ['service_name'] : []
  const calendar = [['service_id', ...weekdayColumns, 'start_date', 'end_date', ...names, ...kept]]
  const dates = [['service_id', 'date', 'exception_type']]
  for (const service of services) {
    const { id, rule, name, more, startsOn, endsOn } = service
    const weekdays = rule === 'calendar' ? service.weekdays : weekdaysOf[rule]
    const exceptions = exceptionsOf(service, weekdays, daysOff)
    if ((startsOn && endsOn) || exceptions.size === 0) {
      // a service that never runs has to be named all the same, because trips name it
      const span = startsOn && endsOn ? [startsOn, endsOn] : ['2000-01-01', '2000-01-01']
      const runs = weekdayColumns.map((_, i) => (startsOn && weekdays.includes(i + 1) ? '1' : '0'))
      calendar.push([
        id,
        ...runs,
        ...span.map(compact),
        ...names.map(() => name),
        ...kept.map((key) => more?.[key] ?? ''),
      ])
    }
    for (const [day, runs] of [...exceptions].sort()) dates.push([id, compact(day), runs ? '1' : '2'])
  }
  return {
    ...(calendar.length > 1 ? { 'calendar.txt': calendar.map(csvLine).join('') } : {}),
    ...(dates.length > 1 ? { 'calendar_dates.txt': dates.map(csvLine).join('') } : {}),
  }
}
