import type { Kept, Spread } from '../../contract/repair-report'
import { lengthText } from './lengths'

const whole = new Intl.NumberFormat('zh-CN')
const money = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })

/** What stands where there is nothing to count. */
export const nothing = '—'

/** 12,345 */
export const countText = (n: number): string => whole.format(n)

/** ￥1,234.50 out of fen. */
export const moneyText = (fen: number): string => money.format(fen / 100)

/** A part of a whole in percent to a tenth; undefined when there is no whole. */
export const percentOf = (part: number, all: number): number | undefined =>
  all === 0 ? undefined : Math.round((part / all) * 1000) / 10

/** 93.5% */
export const rateText = ({ counted, inTime }: Kept): string => {
  const percent = percentOf(inTime, counted)
  return percent === undefined ? nothing : `${percent}%`
}

/** Minutes as a length, whole. */
export const minutesText = (minutes: number | undefined): string =>
  minutes === undefined ? nothing : lengthText(Math.round(minutes))

const tenth = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

/** The same for a column of a table: 45 分钟, 10.2 小时, 3.5 天. */
export const shortText = (minutes: number | undefined): string => {
  if (minutes === undefined) return nothing
  if (minutes < 60) return `${Math.round(minutes)} 分钟`
  return minutes < 2880 ? `${tenth.format(minutes / 60)} 小时` : `${tenth.format(minutes / 1440)} 天`
}

/** 九成在 5 小时以内，平均 3 小时 */
export const spreadText = ({ n, mean, p90 }: Spread): string =>
  n === 0 ? '还没有可以计算的工单' : `九成在 ${minutesText(p90)}以内，平均 ${minutesText(mean)}`
