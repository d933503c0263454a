import { sql } from 'kysely'
import type { MenuDish } from '../../contract/canteen'
import type { DishLabels } from '../../contract/canteen-allergens'
import { bayesianMean } from '../../contract/canteen-score'
import { addDays, type Day, dayOf } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** So many days after it was first served a dish is new. */
export const newDays = 14

/** The mean of all votes of an institution: each dish carries its own sum, so that years of ratings are not read. */
export const overallMean = (orgId: number) => sql<number>`(
  SELECT coalesce(sum(rating_sum)::float8 / nullif(sum(rating_count), 0), 0) FROM dish WHERE org_id = ${orgId})`

/** A dish as one statement reads it for menus and lists. */
export interface DishRow {
  dishId: string
  name: string
  labels: DishLabels
  spice: number
  ratingCount: number
  ratingSum: number
  overall: number
  /** First and last day before today on which it was on a published menu; `firstOn` may lie ahead. */
  firstOn: Day | null
  lastOn: Day | null
  isFavourite: boolean
}

/** The columns of a `DishRow`, of dish `d`: both days are looked up in the index of servings. */
export const dishColumns = ({ orgId, person }: Pick<AskedByPerson, 'orgId' | 'person'>, today: Day) => sql<DishRow>`
  d.dish_id AS "dishId", d.name, d.labels, d.spice, d.rating_count AS "ratingCount", d.rating_sum AS "ratingSum",
  ${overallMean(orgId)} AS overall,
  (SELECT min(day) FROM serving s WHERE s.org_id = d.org_id AND s.dish_id = d.dish_id AND s.removed_at IS NULL)
    AS "firstOn",
  (SELECT max(day) FROM serving s WHERE s.org_id = d.org_id AND s.dish_id = d.dish_id AND s.removed_at IS NULL
    AND s.day < ${today}) AS "lastOn",
  EXISTS (SELECT FROM dish_favourite f WHERE f.org_id = d.org_id AND f.person_id = ${person.personId}
    AND f.dish_id = d.dish_id) AS "isFavourite"`

/** A row as the contract shows it: the score with its n, absent while nobody voted. */
export function menuDishOf(row: DishRow, today: Day): MenuDish {
  const { dishId, name, labels, spice, ratingCount, ratingSum, overall, firstOn, lastOn, isFavourite } = row
  const mean = bayesianMean(ratingSum, ratingCount, overall)
  return {
    dishId,
    name,
    labels,
    spice,
    ...(mean === undefined ? {} : { score: { mean, ratings: ratingCount } }),
    isNew: firstOn === null || firstOn > addDays(today, -newDays),
    ...(lastOn === null ? {} : { lastServedOn: lastOn }),
    isFavourite,
  }
}

/**
 * Dishes of the institution as menus show them to whoever asks, in the order of their ids; unknown ids are left out. Read
 * on a connection of its own, by a statement prepared once on each.
 */
export async function readMenuDishes(
  asked: Pick<AskedByPerson, 'cloud' | 'orgId' | 'person' | 'now'>,
  dishIds: readonly string[],
): Promise<MenuDish[]> {
  if (dishIds.length === 0) return []
  const { cloud, orgId, now, person } = asked
  const today = dayOf(now, person.zone)
  const { sql: text, parameters } = sql`SELECT ${dishColumns(asked, today)} FROM dish d
    WHERE d.org_id = ${orgId} AND d.dish_id = ANY(${[...dishIds]}::uuid[])`.compile(cloud.db)
  const { rows } = await cloud.pool.query<DishRow>({ name: 'menu-dishes', text, values: [...parameters] })
  const dishes = new Map(rows.map((row) => [row.dishId, menuDishOf(row, today)]))
  return dishIds.flatMap((dishId) => dishes.get(dishId) ?? [])
}
