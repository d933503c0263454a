import { create } from 'zustand'
import type { AllergenCode, Avoidance, Diet } from '../../../contract/canteen-allergens'
import { keep, recall } from '../../platform/storage'
import { currentSession, useSession } from '../../session'

/** The list as the phone keeps it: with whose it is, when somebody was signed in. */
interface Kept extends Avoidance {
  owner?: string
}

const storageKey = 'avoid'
const nothing: Avoidance = { allergens: [], diets: [] }

/** Somebody else who signs in on this phone does not see it; nor does anybody after 退出登录, which empties the storage. */
function remembered(): Avoidance {
  const kept = recall<Kept>(storageKey)
  const me = currentSession()?.me.personId
  if (!kept || (me !== undefined && kept.owner !== undefined && kept.owner !== me)) return nothing
  return { allergens: kept.allergens ?? [], diets: kept.diets ?? [] }
}

/** 忌口: what I avoid. It is health data: kept on this phone only and never sent; matching is done here. */
export const useAvoidance = create<Avoidance>()(remembered)

useSession.subscribe(() => useAvoidance.setState(remembered()))

function save(next: Avoidance): void {
  const isEmpty = next.allergens.length + next.diets.length === 0
  keep(storageKey, isEmpty ? undefined : ({ ...next, owner: currentSession()?.me.personId } satisfies Kept))
  useAvoidance.setState(next)
}

const toggled = <T>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

/** Puts an allergen on the list, or takes it off. */
export function toggleAllergen(code: AllergenCode): void {
  const { allergens, diets } = useAvoidance.getState()
  save({ allergens: toggled(allergens, code), diets })
}

/** Puts a way of eating on the list, or takes it off. */
export function toggleDiet(diet: Diet): void {
  const { allergens, diets } = useAvoidance.getState()
  save({ allergens, diets: toggled(diets, diet) })
}

/** Forgets the whole list. */
export const clearAvoidance = (): void => save(nothing)

/** Whether I avoid anything. */
export const avoidsSomething = ({ allergens, diets }: Avoidance): boolean => allergens.length + diets.length > 0
