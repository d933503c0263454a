// The figures of a canteen's report by loops over made-up facts: shares nothing with the statements that count them.

export interface MadeMeal {
  canteenId: string
  day: string
  isRemoved: boolean
  served: number | undefined
  leftoverKg: number | undefined
  /** Who answered, and which of the dishes served they named. */
  answers: { eats: boolean; dishes: string[] }[]
  /** Dishes on it: taken off, or not. */
  dishes: { dish: string; isRemoved: boolean }[]
}
export interface MadeRating {
  canteenId: string
  day: string
  dish: string
  stars: number
  chips: string[]
  isWithdrawn: boolean
  /** Minutes each question took, undefined while it waits; due after `limit` of them. */
  questions: (number | undefined)[]
}

/** A comment is answered in time within so many minutes of service. */
export const limit = 120

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? {} : { mean: Math.round((total(numbers) / numbers.length) * 100) / 100 }

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return Math.round(((low + high) / 2) * 10) / 10
}

interface Range {
  canteenId?: string
  from: string
  until: string
}

/** What a report on them says; `dishes` without ids, by name. */
export function naiveCanteenReport(allMeals: readonly MadeMeal[], allRatings: readonly MadeRating[], range: Range) {
  const isIn = ({ canteenId, day }: { canteenId: string; day: string }) =>
    day >= range.from && day <= range.until && (!range.canteenId || range.canteenId === canteenId)
  const meals = allMeals.filter((meal) => isIn(meal) && !meal.isRemoved)
  const ratings = allRatings.filter((rating) => isIn(rating) && !rating.isWithdrawn)
  const eaters = (meal: MadeMeal) => meal.answers.filter(({ eats }) => eats).length
  const questions = ratings.flatMap((rating) => rating.questions)
  const taken = questions.filter((minutes) => minutes !== undefined)
  const stars = ratings.map((rating) => rating.stars)
  const overall = total(stars) / stars.length
  const days = [...new Set([...meals, ...ratings].map(({ day }) => day))].sort()
  const dishes = [
    ...new Set(meals.flatMap((meal) => meal.dishes.filter((one) => !one.isRemoved).map(({ dish }) => dish))),
  ]
  const served = (meal: MadeMeal, dish: string) => meal.dishes.some((one) => one.dish === dish && !one.isRemoved)
  return {
    from: range.from,
    until: range.until,
    meals: {
      sittings: meals.length,
      reserved: total(meals.map(eaters)),
      served: total(meals.map((meal) => meal.served ?? 0)),
      leftoverKg: Math.round(total(meals.map(({ leftoverKg }) => leftoverKg ?? 0)) * 100) / 100,
    },
    ratings: {
      count: ratings.length,
      ...mean(stars),
      chips: ['taste', 'portion', 'temperature', 'hygiene', 'service'].map((chip) => ({
        chip,
        count: ratings.filter(({ chips }) => chips.includes(chip)).length,
      })),
    },
    answers: {
      wanted: questions.length,
      answered: taken.length,
      inTime: taken.filter((minutes) => minutes <= limit).length,
      ...(taken.length === 0 ? {} : { medianMinutes: median(taken) }),
    },
    days: days.map((day) => {
      const own = ratings.filter((rating) => rating.day === day)
      const ofDay = meals.filter((meal) => meal.day === day)
      return {
        day,
        reserved: total(ofDay.map(eaters)),
        served: total(ofDay.map((meal) => meal.served ?? 0)),
        ratings: own.length,
        ...mean(own.map((rating) => rating.stars)),
      }
    }),
    dishes: dishes
      .map((dish) => {
        const on = meals.filter((meal) => served(meal, dish))
        const own = ratings.filter((rating) => rating.dish === dish)
        const score = Math.round(((8 * overall + total(own.map((one) => one.stars))) / (8 + own.length)) * 100) / 100
        return {
          dish,
          servings: on.length,
          reserved: total(
            on.map((meal) => meal.answers.filter(({ eats, dishes: wanted }) => eats && wanted.includes(dish)).length),
          ),
          ...(own.length === 0 ? {} : { score: { mean: score, ratings: own.length } }),
        }
      })
      .sort((a, b) => b.servings - a.servings || (a.dish < b.dish ? -1 : 1)),
  }
}
