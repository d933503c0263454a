import type { Kept, Spread } from '../../contract/repair-report'
import { nothing, percentOf } from '../ui/report/figures'
import { lengthText } from './lengths'

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
