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
  text: `SELECT d.dish_id AS "dishId", d.name, d.labels, d.spice FROM unnest($2::uuid[]) wanted(dish_id)
    JOIN dish d ON d.org_id = $1 AND d.dish_id = wanted.dish_id`,
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

/** The dishes of a menu in the order of their ids given, as everybody sees them: without favourites and scores. */
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
  const { rows } = await cloud.pool.query<Pick<MenuDish, 'dishId' | 'name' | 'labels' | 'spice'>>({
    ...dishesOfMenu,
    values: [orgId, dishIds],
  })
  const dishes = new Map(
    rows.map((row) => {
      const past = pasts.get(row.dishId) ?? { firstOn: null, lastOn: null }
      const nobodys = { ratingCount: 0, ratingSum: 0, overall: 0, isFavourite: false }
      return [row.dishId, menuDishOf({ ...row, ...past, ...nobodys }, today)]
    }),
  )
  return dishIds.flatMap((dishId) => dishes.get(dishId) ?? [])
}
