import type { DishScore, MenuDish, Price } from '../../../contract/canteen'
import type { RatingChip } from '../../../contract/canteen-ratings'
import { mealNames } from '../../../contract/canteen-words'
import {
  type Day,
  daysBetween,
  formatClock,
  formatDayLong,
  formatDayNear,
  formatMoment,
  parseInstant,
} from '../../../contract/zone'

/** 1 to 5 stars of a dish in words. */
export const starWords = ['很不满意', '不满意', '一般', '好吃', '很好吃'] as const

export const chipNames: Record<RatingChip, string> = {
  taste: '味道',
  portion: '分量',
  temperature: '温度',
  hygiene: '卫生',
  service: '服务',
}

export const spiceNames = ['不辣', '微辣', '中辣', '特辣'] as const

/** With so many votes a mean begins to say something; before that only their number is told. */
const enoughVotes = 5

/** 4.6 分（86 人评价）; with few votes only how many; empty without any. */
export function scoreText(score: DishScore | undefined): string {
  if (!score || score.ratings === 0) return ''
  const votes = `${score.ratings} 人评价`
  return score.ratings < enoughVotes ? votes : `${score.mean.toFixed(1)} 分（${votes}）`
}

/** So many fen in words: 12 元, 6.5 元. */
export const fenText = (fen: number): string => `${(fen / 100).toFixed(2).replace(/\.?0+$/, '')} 元`

/** What staff pay; where the canteen names no price for them, the first price it names. */
export const staffPrice = (prices: readonly Price[]): Price | undefined =>
  prices.find(({ role }) => role === 'employee') ?? prices[0]

export const roleNames: Record<Price['role'], string> = {
  employee: '职工',
  student: '学生',
  pupil: '中小学生',
  other: '其他人',
}

/** 11月20日. */
export const dateText = (day: string): string => formatDayLong(day).split(' ')[0] ?? day

/** 新菜, or when it was last served; empty when that is nothing to tell, or less than a week before a day of `since`. */
export function sinceText({ isNew, lastServedOn }: Pick<MenuDish, 'isNew' | 'lastServedOn'>, since?: Day): string {
  if (isNew) return '新菜'
  if (lastServedOn === undefined) return ''
  return since !== undefined && daysBetween(lastServedOn, since) < 7 ? '' : `上次 ${dateText(lastServedOn)}`
}

/** An instant of the wire as seen from now: 今天 周一 10:15. */
export const momentText = (at: string, now: number, zone: string): string =>
  formatMoment(parseInstant(at) ?? 0, now, zone)

/** 11:00–13:00. */
export const hoursText = (from: string, until: string, zone: string): string =>
  `${formatClock(parseInstant(from) ?? 0, zone)}–${formatClock(parseInstant(until) ?? 0, zone)}`

/** 今天 周五 午餐. */
export const mealOn = (
  { day, meal }: { day: string; meal: keyof typeof mealNames },
  now: number,
  zone: string,
): string => `${formatDayNear(day, now, zone)} ${mealNames[meal]}`

/** What of several pieces there is, with a dot between. */
export const dotted = (...pieces: readonly (string | undefined)[]): string => pieces.filter(Boolean).join(' · ')

/** Five stars as text, the given ones full: ★★★★☆. */
export const starsText = (stars: number): string => '★★★★★'.slice(0, stars) + '☆☆☆☆☆'.slice(stars)
