import type { ServiceRule } from './shuttle-words'
import { type Day, weekdayOf } from './zone'

/** When trips of a service run, as a timetable says it. */
export interface ServiceDays {
  rule: ServiceRule
  /** ISO weekdays, 1 is Monday; what `calendar` follows. */
  weekdays: readonly number[]
  /** Both or none; without them it runs on its added days only. */
  startsOn?: Day | null
  endsOn?: Day | null
  addedDays: readonly Day[]
  removedDays: readonly Day[]
}

/** Holidays and make-up workdays of an institution by their day; true is a day off. */
export type DaysOff = Readonly<Record<Day, boolean>>

/** A day that is worked: Monday to Friday, unless a holiday or a make-up workday says otherwise. */
export function isWorkedDay(day: Day, daysOff: DaysOff): boolean {
  const isOff = daysOff[day]
  return isOff === undefined ? weekdayOf(day) <= 5 : !isOff
}

/**
 * Whether a service runs on a day. Its added and removed days decide before everything else (GTFS calendar_dates.txt);
 * then its weekdays within its two ends (calendar.txt), or worked days and days off as they are told.
 */
export function runsOn(service: ServiceDays, day: Day, daysOff: DaysOff): boolean {
  if (service.addedDays.includes(day)) return true
  if (service.removedDays.includes(day)) return false
  const { startsOn, endsOn } = service
  if (!startsOn || !endsOn || day < startsOn || day > endsOn) return false
  if (service.rule === 'calendar') return service.weekdays.includes(weekdayOf(day))
  return isWorkedDay(day, daysOff) === (service.rule === 'workdays')
}
