import type { Timetable } from '../../contract/shuttle-timetables'
import type { ServiceRule } from '../../contract/shuttle-words'
import { addDays, type Day, parseInstant, weekdayOf } from '../../contract/zone'
import { weekdayNames } from '../ui/week-text'

/** The clock of an instant of the shuttle: it is written in the timetable's zone, so that it is the one on the pole. */
export const clockOf = (instant: string): string => instant.slice(11, 16)

/** The clock of a departure moved by the delay that was reported. */
export function clockLater(instant: string, minutes: number): string {
  const ms = parseInstant(`${instant.slice(0, 19)}Z`) ?? 0
  return new Date(ms + minutes * 60_000).toISOString().slice(11, 16)
}

/** 周三 11月25日 */
export const dayText = (day: Day): string =>
  `${weekdayNames[weekdayOf(day) - 1]} ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** 每 10 分钟 */
export const everyText = (seconds: number): string =>
  seconds % 60 === 0 ? `每 ${seconds / 60} 分钟` : `每 ${seconds} 秒`

/** 周一至周五, 每天, 周六、周日 */
export function weekdaysText(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  if (days.length === 7) return '每天'
  if (days.length === 0) return '只在加开的日子'
  const [first = 1, last = 7] = [days[0], days[days.length - 1]]
  if (days.length > 2 && last - first === days.length - 1)
    return `${weekdayNames[first - 1]}至${weekdayNames[last - 1]}`
  return days.map((day) => weekdayNames[day - 1]).join('、')
}

export const ruleNames = {
  calendar: '按星期',
  workdays: '工作日（随调休）',
  restDays: '休息日（随节假日）',
} satisfies Record<ServiceRule, string>

/** When a service runs, in few words. */
export const ruleText = (rule: ServiceRule, weekdays: readonly number[]): string =>
  rule === 'calendar' ? weekdaysText(weekdays) : ruleNames[rule]

export const timetableStates = {
  published: { word: '正在使用', colour: 'green' },
  draft: { word: '草稿', colour: 'blue' },
  retired: { word: '已停用', colour: 'default' },
} satisfies Record<Timetable['status'], { word: string; colour: string }>

export const sourceNames = { gtfs: 'GTFS', sheet: 'Excel', hand: '手工编制' } satisfies Record<
  Timetable['source'],
  string
>

/** A file's name for what is typed below it: its ending left out. */
export const nameOfFile = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').slice(0, 60)

/** 1号线 → 北门 */
export const towards = (route: string, headsign: string): string => (headsign ? `${route} → ${headsign}` : route)
