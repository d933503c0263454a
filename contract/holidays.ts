import type { SpecialDay } from './working-time'
import { addDays, type Day } from './zone'

/** One holiday of a notice: first and last day off, and the make-up workdays that pay for it. */
type Holiday = readonly [name: string, firstOff: Day, lastOff: Day, ...madeUpOn: Day[]]

/**
 * China's public holidays as the State Council's General Office announces them each autumn for the year to come:
 * https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm (2024), 202411/content_6986383.htm (2025),
 * 202511/content_7047091.htm (2026).
 */
const NOTICES: readonly Holiday[] = [
  ['元旦', '2024-01-01', '2024-01-01'],
  ['春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
  ['清明节', '2024-04-04', '2024-04-06', '2024-04-07'],
  ['劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
  ['端午节', '2024-06-10', '2024-06-10'],
  ['中秋节', '2024-09-15', '2024-09-17', '2024-09-14'],
  ['国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],

  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05', '2025-04-27'],
  ['端午节', '2025-05-31', '2025-06-02'],
  ['国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],

  ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
]

/** The last year whose notice is known here; see WorkingCalendar.publishedThrough. */
export const holidaysPublishedThrough = 2026

function specialDays([name, firstOff, lastOff, ...madeUpOn]: Holiday): SpecialDay[] {
  const days: SpecialDay[] = madeUpOn.map((day) => ({ day, name, isOffDay: false }))
  for (let day = firstOff; day <= lastOff; day = addDays(day, 1)) days.push({ day, name, isOffDay: true })
  return days
}

/** Public holidays and make-up workdays of 2024–2026 in order of days: the first contents of the editable table. */
export const publicHolidays: readonly SpecialDay[] = NOTICES.reduce<SpecialDay[]>(
  (days, holiday) => days.concat(specialDays(holiday)),
  [],
).sort((a, b) => (a.day < b.day ? -1 : 1))
