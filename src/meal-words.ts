import type { Portion } from '../contract/canteen-words'
import { formatMoment, parseInstant } from '../contract/zone'

export const portionNames: Record<Portion, string> = { full: '一份', half: '半份' }

/** Until when an answer to 吃不吃 can be changed; empty when nobody asks, and in words when it is over. */
export function changeUntil(cutoffAt: string | undefined, now: number, zone: string): string {
  if (cutoffAt === undefined) return ''
  const at = parseInstant(cutoffAt) ?? 0
  return at > now ? `${formatMoment(at, now, zone)} 前可改` : `${formatMoment(at, now, zone)} 已截止`
}

/** How many places are left; empty when they are not limited. */
export const placesText = (left: number | undefined): string =>
  left === undefined ? '' : left > 0 ? `剩 ${left} 份` : '已约满'
