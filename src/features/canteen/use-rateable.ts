import { getDish } from '../../../contract/canteen'
import { getMyMeals } from '../../../contract/canteen-meals'
import type { ValueOf } from '../../../contract/procedure'
import { useMe } from '../../session'
import { type Asked, useAsked } from '../../use-asked'
import { dishSentences } from './sentences'

/** A dish as it was served, which can be rated. */
export type Rateable = ValueOf<typeof getMyMeals>['toRate'][number]

/** What can be rated: one dish when it is named, else what I ate lately. */
export function useRateable(dishId: string | undefined): {
  asked: Asked<unknown>
  items: Rateable[]
  trouble?: string
} {
  const isSignedIn = useMe() !== undefined
  const meals = useAsked(getMyMeals, isSignedIn && dishId === undefined ? {} : undefined)
  const dish = useAsked(getDish, isSignedIn && dishId !== undefined ? { dishId } : undefined)
  if (dishId === undefined) return { asked: meals, items: meals.value?.toRate ?? [] }
  // a refusal is said in the place of the list
  if (dish.refusal) return { asked: { ...dish, value: {} }, items: [], trouble: dishSentences[dish.refusal.refusal] }
  const { rateable, name = '' } = dish.value ?? {}
  return { asked: dish, items: rateable && rateable.myStars === undefined ? [{ ...rateable, dishId, dish: name }] : [] }
}
