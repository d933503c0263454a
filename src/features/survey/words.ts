import type { ActionStatus } from '../../../contract/survey-actions'
import { formatDayNear, formatMoment, parseInstant } from '../../../contract/zone'

/** 1 to 5 of a CSAT in words. */
export const satisfactionWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

export const dontKnowText = '不了解'

/** Said wherever a figure stands for too few people to be shown. */
export const tooFewText = '人数太少，不显示'

export const statusNames: Record<ActionStatus, string> = {
  proposed: '正在研究',
  adopted: '已采纳，正在改',
  postponed: '暂缓',
  declined: '暂不采纳',
  done: '改好了',
  closed: '改好了，也复查过了',
}

/** What of several pieces there is, with a dot between. */
export const dotted = (...pieces: readonly (string | undefined | false)[]): string => pieces.filter(Boolean).join(' · ')

/** An instant of the wire as seen from now: 今天 周一 10:15. */
export const momentText = (at: string, now: number, zone: string): string =>
  formatMoment(parseInstant(at) ?? 0, now, zone)

/** 12月3日 周四. */
export const dayText = (day: string, now: number, zone: string): string => formatDayNear(day, now, zone)

/** 0.856 as 86%. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

const oneDigit = (value: number): string => value.toFixed(1).replace(/\.0$/, '')

/** 4.25 as 4.3, 30 as 30. */
export const figure = oneDigit

/** What an interval of 95 % says to people: （换一批人来答，大约在 3.9 到 4.5 之间）. Empty without one. */
export function intervalText(interval: { low: number; high: number } | undefined, write: (value: number) => string) {
  return interval ? `，真实情况大约在 ${write(interval.low)} 到 ${write(interval.high)} 之间` : ''
}
