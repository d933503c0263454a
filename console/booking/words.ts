import type { Equipment, Layout } from '../../contract/booking'
import type { MinuteRange } from '../../contract/booking-rules'
import { showMinute } from '../ui/moment'

export const equipmentNames = {
  projector: '投影',
  television: '电视',
  whiteboard: '白板',
  videoConference: '视频会议',
  sound: '音响',
  microphone: '话筒',
  interpretation: '同传',
  computer: '电脑',
} satisfies Record<Equipment, string>

export const layoutNames = { classroom: '课桌式', square: '回字形', theatre: '剧院式' } satisfies Record<Layout, string>

const optionsOf = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }))

export const equipmentOptions = optionsOf(equipmentNames)
export const layoutOptions = optionsOf(layoutNames)

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const rangeText = (ranges: readonly MinuteRange[]) =>
  ranges.map(([from, to]) => `${showMinute(from)}–${showMinute(to)}`).join('、') || '不开放'

/** A week's hours in few words: '周一至周五 08:30–17:30；周六、周日 不开放' with equal neighbours joined. */
export function openingText(opening: readonly (readonly MinuteRange[])[]): string {
  const runs: { from: number; to: number; text: string }[] = []
  opening.forEach((ranges, day) => {
    const text = rangeText(ranges)
    const last = runs[runs.length - 1]
    if (last?.text === text) last.to = day
    else runs.push({ from: day, to: day, text })
  })
  if (runs.length === 1) return runs[0]?.text === '不开放' ? '全周不开放' : `每天 ${runs[0]?.text}`
  const days = ({ from, to }: { from: number; to: number }) => {
    if (from === to) return weekdayNames[from]
    return `${weekdayNames[from]}${to === from + 1 ? '、' : '至'}${weekdayNames[to]}`
  }
  return runs
    .filter(({ text }) => text !== '不开放')
    .map((run) => `${days(run)} ${run.text}`)
    .join('；')
}
