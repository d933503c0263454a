import { type DishRecord, listDishRecords, saveDish } from '../../contract/canteen-dishes'
import { attempt } from '../ui/attempt'
import type { Trouble } from '../ui/trouble'
import { noRefusals, saveDishSentences } from './sentences'

/** So many names are looked up one by one; for more the whole book is read. */
const fewNames = 6
const mostPages = 60

export interface KnownDish {
  dishId: string
  name: string
}

/** A dish by its exact name, as far as names are written alike. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

async function pages(query: string, most: number): Promise<{ dishes: DishRecord[] } | { trouble: Trouble }> {
  const dishes: DishRecord[] = []
  let cursor: string | undefined
  for (let page = 0; page < most; page++) {
    const outcome = await attempt(listDishRecords, { query, limit: 100, cursor }, noRefusals)
    if ('trouble' in outcome) return outcome
    dishes.push(...outcome.value.items)
    cursor = outcome.value.nextCursor
    if (!cursor) break
  }
  return { dishes }
}

/** Which of some names are dishes already, by `nameKey`; retired ones are none. */
export async function findDishes(
  names: readonly string[],
): Promise<{ known: Map<string, KnownDish> } | { trouble: Trouble }> {
  const known = new Map<string, KnownDish>()
  const queries = names.length > fewNames ? [''] : names.map((name) => [...name].slice(0, 40).join(''))
  for (const query of queries) {
    const found = await pages(query, query ? 2 : mostPages)
    if ('trouble' in found) return found
    for (const { dishId, name } of found.dishes) known.set(nameKey(name), { dishId, name })
  }
  return { known }
}

/** Enters names as dishes, one by one; they still want ingredients and labels. Stops at the first that is refused. */
export async function createDishes(names: readonly string[]): Promise<{ made: KnownDish[]; trouble?: Trouble }> {
  const made: KnownDish[] = []
  for (const name of names) {
    const outcome = await attempt(saveDish, { name }, saveDishSentences)
    if ('trouble' in outcome) return { made, trouble: outcome.trouble }
    made.push(outcome.value)
  }
  return { made }
}
