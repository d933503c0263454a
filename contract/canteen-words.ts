import * as v from 'valibot'
import { day, id } from './fields'

// Apart from dishes and their labels, so that a home page which only asks 吃不吃 loads none of these.

/** 餐次. */
export const mealWords = ['breakfast', 'lunch', 'dinner', 'supper', 'overtime'] as const
export const mealWord = v.picklist(mealWords)
export type MealWord = v.InferOutput<typeof mealWord>

/** What people call them. */
export const mealNames: Readonly<Record<MealWord, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
  supper: '夜宵',
  overtime: '加班餐',
}

export const portion = v.picklist(['full', 'half'])
export type Portion = v.InferOutput<typeof portion>

/** What somebody said to 吃不吃. */
export const mealAnswer = v.object({
  answer: v.picklist(['eats', 'skips']),
  portion,
  servingIds: v.array(id),
})
export type MealAnswer = v.InferOutput<typeof mealAnswer>

export const canteenBrief = v.object({ canteenId: id, name: v.string() })

/** When and where a dish is on. */
export const dishServing = v.object({
  servingId: id,
  canteenId: id,
  canteen: v.string(),
  window: v.string(),
  day,
  meal: mealWord,
})
