import type { ValueOf } from '../../../contract/procedure'
import type { listJobs } from '../../../contract/repair-work'
import { formatDayNear, parseInstant } from '../../../contract/zone'
import { clockVerbs, lengthText } from './words'

export type Job = ValueOf<typeof listJobs>['jobs'][number]

/** How a clock stands: `calm`, three quarters used up, run out, standing still, or none running. */
export type ClockTone = 'calm' | 'soon' | 'late' | 'still' | 'none'

export interface JobClock {
  /** 完成还剩 1 小时 20 分. */
  words: string
  tone: ClockTone
  /** How much of the time since it was reported is used up, 0 to 1. */
  used: number
}

const minuteMs = 60_000
const stretch = (ms: number) => lengthText(Math.max(1, Math.floor(ms / minuteMs)))

/** The clock of a job as a technician reads it at a moment (epoch ms). */
export function clockOf(
  job: Pick<Job, 'status' | 'createdAt' | 'dueAt' | 'dueClock' | 'promisedOn'>,
  now: number,
  zone: string,
): JobClock {
  if (job.status === 'hung') {
    const until = job.promisedOn ? `，答应 ${formatDayNear(job.promisedOn, now, zone)} 前继续` : ''
    return { words: `已暂停${until}`, tone: 'still', used: 0 }
  }
  const dueAt = job.dueAt ? parseInstant(job.dueAt) : undefined
  if (dueAt === undefined) return { words: '没有时限', tone: 'none', used: 0 }
  const name = clockVerbs[job.dueClock ?? 'resolve']
  if (dueAt <= now) return { words: `${name}超时 ${stretch(now - dueAt)}`, tone: 'late', used: 1 }
  const from = parseInstant(job.createdAt) ?? now
  const used = Math.min(1, Math.max(0, (now - from) / (dueAt - from)))
  return { words: `${name}还剩 ${stretch(dueAt - now)}`, tone: used >= 0.75 ? 'soon' : 'calm', used }
}
