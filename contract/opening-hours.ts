import * as v from 'valibot'
import type { MinuteRange } from './booking-rules'
import { whole } from './fields'

/** A stretch of one day in minutes from midnight, `[from, to)`; 1440 is 24:00. */
const minuteRange = v.tuple([whole(0, 1440), whole(0, 1440)])

/** Hours of a week: seven lists, Monday first. What else must be right with them says `openingProblem`. */
export const week = v.pipe(v.array(v.array(minuteRange)), v.length(7, '须有周一至周日七天'))
export type Week = v.InferOutput<typeof week>

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/**
 * What is wrong with a week's hours, as a Chinese sentence; undefined when they can be kept. `what` names them: opening
 * hours of a room unless they are something else's.
 */
export function openingProblem(
  opening: readonly (readonly MinuteRange[])[],
  what: '开放' | '服务' | '值班' = '开放',
): string | undefined {
  if (opening.length !== 7) return `${what}时间须有周一至周日七天`
  for (const [i, ranges] of opening.entries()) {
    const sorted = [...ranges].sort((a, b) => a[0] - b[0])
    if (sorted.some(([from, to]) => !(from >= 0 && from < to && to <= 1440))) {
      return `${weekdays[i]}的${what}时间有误：结束须晚于开始，且在 0:00 至 24:00 之间`
    }
    if (sorted.some(([from], n) => n > 0 && from < (sorted[n - 1]?.[1] ?? 0)))
      return `${weekdays[i]}的${what}时段互相重叠`
  }
  return undefined
}
