import { createHash } from 'node:crypto'
import type { Week } from '../contract/opening-hours'
import { indexDays, type ServiceInterval, type WorkingCalendar } from '../contract/working-time'
import type { Weekday } from '../contract/zone'
import type { Db } from '../database/connect'

/** Hours of a week as the engine takes them: ISO weekdays instead of seven lists, Monday first. */
export function weeklyOf(week: Week): WorkingCalendar['weekly'] {
  const hours: Partial<Record<Weekday, readonly ServiceInterval[]>> = {}
  for (const [i, day] of week.entries()) hours[(i + 1) as Weekday] = day
  return hours
}

/**
 * When a service of an institution works: the service's own hours, the institution's zone and special days.
 * `publishedThrough` is the last year whose holidays are entered.
 */
export async function readCalendar(
  db: Db,
  orgId: number,
  { weekly, publishedThrough }: { weekly: Week; publishedThrough: number },
): Promise<WorkingCalendar> {
  const { zone } = await db.selectFrom('org').select('zone').where('orgId', '=', orgId).executeTakeFirstOrThrow()
  const days = await db
    .selectFrom('specialDay')
    .select(['day', 'isOffDay', 'name'])
    .where('orgId', '=', orgId)
    .execute()
  return {
    zone,
    weekly: weeklyOf(weekly),
    days: indexDays(days.map((special) => ({ ...special, day: String(special.day) }))),
    publishedThrough,
  }
}

/** Tells one calendar from another, for whoever keeps what was computed with it. */
export function hashOfCalendar({ zone, weekly, days, publishedThrough, makeUpWeekday }: WorkingCalendar): string {
  const special = Object.values(days)
    .map(({ day, isOffDay }) => `${day}${isOffDay ? '-' : '+'}`)
    .sort()
  const what = JSON.stringify([zone, weekly, special, publishedThrough, makeUpWeekday ?? 1])
  return createHash('sha256').update(what).digest('base64url')
}
