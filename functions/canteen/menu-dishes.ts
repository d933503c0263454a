import type { MenuDish } from '../../contract/canteen'
import { type Day, dayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { type DishRow, menuDishOf } from './dish-rows'

/** First and last day before today on which a dish was served; both null when it was not. */
type Past = Pick<DishRow, 'firstOn' | 'lastOn'>

// Past days are never touched again, so what is read of them holds until midnight: one map per database, institution
// and day instead of two index searches for each of some hundred dishes in every call.
const kept = new WeakMap<Db, Map<number, { today: Day; pasts: Map<string, Past> }>>()

function pastsOf(db: Db, orgId: number, today: Day): Map<string, Past> {
  const ofDb = kept.get(db) ?? new Map<number, { today: Day; pasts: Map<string, Past> }>()
  kept.set(db, ofDb)
  const known = ofDb.get(orgId)
  if (known?.today === today) return known.pasts
  const pasts = new Map<string, Past>()
  ofDb.set(orgId, { today, pasts })
  return pasts
}

const dishesOfMenu = {
  name: 'menu-week-dishes',
  text: `SELECT d.dish_id AS "dishId", d.name, d.labels, d.spice, d.rating_count AS "ratingCount",
      d.rating_sum AS "ratingSum", (SELECT coalesce(sum(rating_sum)::float8 / nullif(sum(rating_count), 0), 0)
        FROM dish WHERE org_id = $1) AS overall, f.dish_id IS NOT NULL AS "isFavourite"
    FROM unnest($3::uuid[]) wanted(dish_id)
    JOIN dish d ON d.org_id = $1 AND d.dish_id = wanted.dish_id
    LEFT JOIN dish_favourite f ON f.org_id = $1 AND f.person_id = $2 AND f.dish_id = d.dish_id`,
}
const pastOfDishes = {
  name: 'past-of-dishes',
  text: `SELECT wanted.dish_id AS "dishId",
      (SELECT min(day) FROM serving s WHERE s.org_id = $1 AND s.dish_id = wanted.dish_id AND s.removed_at IS NULL
        AND s.day < $2) AS "firstOn",
      (SELECT max(day) FROM serving s WHERE s.org_id = $1 AND s.dish_id = wanted.dish_id AND s.removed_at IS NULL
        AND s.day < $2) AS "lastOn"
    FROM unnest($3::uuid[]) wanted(dish_id)`,
}

/** The dishes of a menu as the asker sees them, labels and stars as they are at this moment. */
export async function readDishesOfMenu(
  { cloud, orgId, person, now }: Pick<AskedByPerson, 'cloud' | 'orgId' | 'person' | 'now'>,
  dishIds: readonly string[],
): Promise<MenuDish[]> {
  if (dishIds.length === 0) return []
  const today = dayOf(now, person.zone)
  const pasts = pastsOf(cloud.db, orgId, today)
  const unknown = dishIds.filter((dishId) => !pasts.has(dishId))
  if (unknown.length > 0) {
    const values = [orgId, today, unknown]
    const { rows } = await cloud.pool.query<Past & { dishId: string }>({ ...pastOfDishes, values })
    for (const { dishId, firstOn, lastOn } of rows) pasts.set(dishId, { firstOn, lastOn })
  }
  const { rows } = await cloud.pool.query<Omit<DishRow, keyof Past>>({
    ...dishesOfMenu,
    values: [orgId, person.personId, dishIds],
  })
  return rows.map((row) => menuDishOf({ ...row, ...(pasts.get(row.dishId) ?? { firstOn: null, lastOn: null }) }, today))
}
