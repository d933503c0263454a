import { addDays, type Day, weekdayOf } from '../../contract/zone'
import { WrongInput } from '../keeper'

/** The days of the week, Monday to Sunday, that holds a day. A week at an end of the calendar is wrong input. */
export function weekOf(day: Day): Day[] {
  const beforeMonday = 1 - weekdayOf(day)
  try {
    return [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(day, beforeMonday + n))
  } catch {
    throw new WrongInput('day', '没有这一周，请换一个日期')
  }
}
