import type { MinuteRange } from '../../contract/booking-rules'
import { showMinute } from './moment'

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const rangeText = (ranges: readonly MinuteRange[]) =>
  ranges.map(([from, to]) => `${showMinute(from)}–${showMinute(to)}`).join('、')

/** A week's hours in few words: '周一至周五 08:30–17:30；周六 09:00–12:00' with equal neighbours joined; `none` when there are none. */
export function weekText(opening: readonly (readonly MinuteRange[])[], none = '全周不开放'): string {
  const runs: { from: number; to: number; text: string }[] = []
  opening.forEach((ranges, day) => {
    const text = rangeText(ranges)
    const last = runs[runs.length - 1]
    if (last?.text === text) last.to = day
    else runs.push({ from: day, to: day, text })
  })
  if (runs.length === 1) return runs[0]?.text ? `每天 ${runs[0].text}` : none
  const days = ({ from, to }: { from: number; to: number }) => {
    if (from === to) return weekdayNames[from]
    return `${weekdayNames[from]}${to === from + 1 ? '、' : '至'}${weekdayNames[to]}`
  }
  return runs
    .filter(({ text }) => text !== '')
    .map((run) => `${days(run)} ${run.text}`)
    .join('；')
}
