import type { Price, priceRoles } from '../../contract/canteen'
import { type AllergenCode, allergens } from '../../contract/canteen-allergens'
import type { ActionStatus } from '../../contract/canteen-feedback'
import type { RatingChip } from '../../contract/canteen-ratings'
import { mealNames, mealWords } from '../../contract/canteen-words'
import { type Day, weekdayOf } from '../../contract/zone'
import { weekdayNames } from '../ui/week-text'

export const mealOptions = mealWords.map((value) => ({ value, label: mealNames[value] }))

export const roleNames = {
  employee: '职工',
  student: '学生',
  pupil: '中小学生',
  other: '访客',
} satisfies Record<(typeof priceRoles)[number], string>

export const chipNames = {
  taste: '味道',
  portion: '分量',
  temperature: '温度',
  hygiene: '卫生',
  service: '服务',
} satisfies Record<RatingChip, string>

export const actionNames = {
  open: '待办',
  doing: '进行中',
  done: '已完成',
  verified: '已验收',
} satisfies Record<ActionStatus, string>

export const spiceNames = ['不辣', '微辣', '中辣', '特辣'] as const

const allergenNames = new Map<string, string>(
  allergens.flatMap(({ code, name, parts }) => [
    [code, name] as const,
    ...parts.map((part) => [part.code, part.name] as const),
  ]),
)

/** The name of an allergen of either level. */
const allergenName = (code: AllergenCode): string => allergenNames.get(code) ?? code

/** Without what stands in brackets: for narrow places. */
export const shortAllergen = (code: AllergenCode): string => allergenName(code).replace(/（.*）/, '')

const yuan = (fen: number) => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** 12 元, or 职工 12 元 · 访客 20 元 where there are several. */
export function pricesText(prices: readonly Price[]): string {
  return prices.map(({ role, fen }) => `${prices.length > 1 ? `${roleNames[role]} ` : ''}${yuan(fen)} 元`).join(' · ')
}

/** 周三 11月25日 */
export const dayText = (day: Day): string =>
  `${weekdayNames[weekdayOf(day) - 1]} ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** ★★★☆☆ */
export const starsText = (stars: number): string => '★★★★★'.slice(0, stars) + '☆☆☆☆☆'.slice(stars)
