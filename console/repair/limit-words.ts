import { type ClockWord, dueOf, type Limit } from '../../contract/repair-clocks'
import type { WorkingCalendar } from '../../contract/working-time'
import { dayOf, instantAt, minuteOfDay, weekdayOf } from '../../contract/zone'
import { showMinute } from '../ui/moment'
import { weekdayNames } from '../ui/week-text'
import { lengthText } from './lengths'

/** How a limit is counted, as one chooses it. */
export const countings = {
  service: '按服务时间',
  wall: '按昼夜',
  wallToWorkEnd: '按昼夜，顺延到下班',
  workingDays: '按工作日',
} satisfies Record<Limit['clock'], string>

/** The same in a narrow column; working days say it themselves. */
const shortCountings = {
  service: '服务时间',
  wall: '昼夜连续',
  wallToWorkEnd: '顺延到下班',
  workingDays: '',
} satisfies Record<Limit['clock'], string>

/** What each clock measures. */
export const clockAbout = {
  response: '提交后多久内有人接单',
  plan: '提交后多久内给出方案或约定上门',
  resolve: '提交后多久内处理完成',
} satisfies Record<ClockWord, string>

/** A limit for a narrow column: what it is, and how it is counted. */
export function shortLimit(limit: Limit): { length: string; counting: string } {
  const length = limit.clock === 'workingDays' ? `${limit.days} 个工作日` : lengthText(limit.minutes)
  return { length, counting: shortCountings[limit.clock] }
}

/** A Friday in November, in a week without holidays. */
const friday = '2026-11-20'
const reportedAt = 17 * 60

/** What a limit comes to for a fault reported on a Friday at 17:00: '周一 15:30'. */
export function exampleOf(limit: Limit, { weekly, zone }: Pick<WorkingCalendar, 'weekly' | 'zone'>): string {
  const calendar: WorkingCalendar = { zone, weekly, days: {}, publishedThrough: 2099 }
  const { dueAt } = dueOf(limit, instantAt(friday, reportedAt, zone), calendar)
  const day = dayOf(dueAt, zone)
  const days = Math.round((instantAt(day, 0, zone) - instantAt(friday, 0, zone)) / 86_400_000)
  // midnight belongs to the day that ends with it
  const name = days === 0 ? '当天' : `${days > 2 && days < 10 ? '下' : ''}${weekdayNames[weekdayOf(day) - 1]}`
  return days >= 10 ? `${days} 天后` : `${name} ${showMinute(minuteOfDay(dueAt, zone))}`
}
