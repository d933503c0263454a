import type { MySeat, SeatStatus } from '../../../contract/shuttle-ride'
import { type Day, dayOf, formatDayNear, formatInstant, parseInstant } from '../../../contract/zone'

/** The clock of an instant of the shuttle: it is written in the timetable's zone, so that it is the one on the pole. */
export const clockOf = (instant: string): string => instant.slice(11, 16)

/** The offset an instant was written with. */
export const zoneOf = (instant: string): string => /[+-]\d\d:\d\d$/.exec(instant)?.[0] ?? '+00:00'

/** Epoch ms of an instant that came from the cloud. */
export const msOf = (instant: string): number => parseInstant(instant) ?? 0

/** 今天, 明天, 后天 or 11月28日, as seen from now (epoch ms). */
export function nearDay(day: Day, now: number, zone: string): string {
  return formatDayNear(day, now, zone).split(' ')[0] ?? day
}

/** A day that is not near: 12月4日. */
export const dayText = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The clock, with the day in front when it is not today's: 明天 06:30. */
export function whenText(instant: string, now: number): string {
  const day = instant.slice(0, 10)
  const zone = zoneOf(instant)
  return day === dayOf(now, zone) ? clockOf(instant) : `${nearDay(day, now, zone)} ${clockOf(instant)}`
}

/** When it leaves as people count: 即将发车, 5 分钟后; nothing beyond an hour, where the clock is the better word. */
export function leavesIn(departsAt: string, now: number): string {
  const minutes = Math.floor((msOf(departsAt) - now) / 60_000)
  if (minutes < 1) return '即将发车'
  return minutes < 60 ? `${minutes} 分钟后` : ''
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n))

/** A moment of a service day in seconds; after midnight it belongs to the night before: 次日 01:10. */
export function serviceClock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const clock = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
  return minutes >= 1440 ? `次日 ${clock}` : clock
}

/** 约每 10 分钟. */
export const headwayText = (seconds: number): string => `约每 ${Math.max(1, Math.round(seconds / 60))} 分钟`

export const lateText = (minutes: number): string => `晚 ${minutes} 分钟`

/** Facts beside each other; what is empty is left out. */
export const dotted = (...facts: (string | undefined | false)[]): string => facts.filter(Boolean).join(' · ')

/** An instant moved by the delay that was reported, written in the same zone. */
export function movedBy(instant: string, minutes: number): string {
  return minutes === 0 ? instant : formatInstant(msOf(instant) + minutes * 60_000, zoneOf(instant))
}

const statusWords: Record<SeatStatus, string> = {
  reserved: '已预约',
  waiting: '候补中',
  offered: '候补到了',
  boarded: '已上车',
  noShow: '没有乘车',
  cancelled: '已取消',
  lapsed: '没有候补到',
}

/** How a seat stands, in few words. */
export function seatState({ status, ahead, isTripCancelled }: MySeat): string {
  if (isTripCancelled && status !== 'cancelled') return '这班停开了'
  return status === 'waiting' && ahead !== undefined ? `候补中，前面 ${ahead} 人` : statusWords[status]
}
