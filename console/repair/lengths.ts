import type { Limit } from '../../contract/repair-clocks'
import { parseInstant } from '../../contract/zone'

const minuteMs = 60_000

/** A length of time in few words: '35 分钟', '3 小时 20 分', '5 天 4 小时'; a day is 24 hours. */
export function lengthText(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole < 60) return `${whole} 分钟`
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor(whole / 60), whole % 60]
  if (hours < 48) return rest ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  const over = hours - days * 24
  return over ? `${days} 天 ${over} 小时` : `${days} 天`
}

/** The same for a glance: whole hours from three hours on, whole days from two days on. */
function roughText(minutes: number): string {
  if (minutes < 180) return lengthText(minutes)
  return minutes < 2880 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 1440)} 天`
}

/** What is left of a deadline as seen from `now` (both from the wire): '还剩 2 小时', '超时 35 分钟'. */
export function leftText(dueAt: string, now: string): string {
  const left = ((parseInstant(dueAt) ?? 0) - (parseInstant(now) ?? 0)) / minuteMs
  return left < 0 ? `超时 ${roughText(-left)}` : `还剩 ${roughText(left)}`
}

/** Whole minutes between two instants from the wire, negative when the second is earlier. */
export function minutesBetween(from: string, to: string): number {
  return Math.floor(((parseInstant(to) ?? 0) - (parseInstant(from) ?? 0)) / minuteMs)
}

/** A limit as a rule: '2 小时（昼夜连续计算）'. */
export function limitText(limit: Limit): string {
  switch (limit.clock) {
    case 'wall':
      return `${lengthText(limit.minutes)}（昼夜连续计算）`
    case 'wallToWorkEnd':
      return `${lengthText(limit.minutes)}，顺延到当天下班（遇休息日再顺延）`
    case 'service':
      return `${lengthText(limit.minutes)}（只计服务时间）`
    case 'workingDays':
      return `${limit.days} 个工作日`
  }
}
