import type { ClockView } from '../../../contract/repair'
import type { Limit } from '../../../contract/repair-clocks'
import { lengthText } from './words'

export const clockTitles: Record<ClockView['clock'], string> = {
  response: '接单时限',
  plan: '给出方案的时限',
  resolve: '完成时限',
  visit: '回访时限',
}

/** A limit in words, with the clock it is counted by. */
export function limitText(limit: Limit | undefined): string {
  if (!limit) return ''
  switch (limit.clock) {
    case 'wall':
      return `${lengthText(limit.minutes)}，连续计算，夜里和节假日也算`
    case 'wallToWorkEnd':
      return `${lengthText(limit.minutes)}，连续计算，落在下班后的顺延到工作日下班`
    case 'service':
      return `${lengthText(limit.minutes)}，只算服务时间`
    case 'workingDays':
      return `${limit.days} 个工作日`
  }
}

/** Minutes to the minute, so that what is listed adds up: 2 天 3 小时 5 分. */
function exactText(minutes: number): string {
  const units = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor((minutes % 1440) / 60), '小时'],
    [minutes % 60, '分'],
  ] as const
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.join(' ') || '0 分'
}

const parts = [
  { name: 'counted', word: '计入时限' },
  { name: 'lunch', word: '午休（不算）' },
  { name: 'closed', word: '下班和周末（不算）' },
  { name: 'holiday', word: '节假日（不算）' },
  { name: 'paused', word: '挂起暂停（不算）' },
] as const

/** Where the minutes went, those that are none left out: 计入时限 1 小时. */
export function minutesOf({ explanation }: ClockView): { word: string; text: string }[] {
  const rows = parts
    .filter(({ name }) => explanation[name] > 0)
    .map(({ name, word }) => ({ word, text: exactText(explanation[name]) }))
  return rows.length > 1 ? [...rows, { word: '合计', text: exactText(explanation.wall) }] : rows
}
