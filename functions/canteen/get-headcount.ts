import { sql } from 'kysely'
import { getHeadcount } from '../../contract/canteen-headcount'
import type { MealWord } from '../../contract/canteen-words'
import { formatInstant } from '../../contract/zone'
import { type AskedByPerson, keeper, refuse } from '../keeper'

interface MealRow {
  sittingId: string
  meal: MealWord
  opensAt: Date
  closesAt: Date
  cutoffAt: Date | null
  places: number | null
  served: number | null
  leftoverKg: string | null
  eats: number
  half: number
  skips: number
}

/** The meals of a day with how many said what. */
async function readMeals({ db, orgId }: AskedByPerson, canteenId: string, day: string): Promise<MealRow[]> {
  const { rows } = await sql<MealRow>`
    SELECT s.sitting_id, s.meal, s.opens_at, s.closes_at, s.cutoff_at, s.places, s.served, s.leftover_kg,
      count(*) FILTER (WHERE a.answer = 'eats')::integer AS eats,
      count(*) FILTER (WHERE a.answer = 'eats' AND a.portion = 'half')::integer AS half,
      count(*) FILTER (WHERE a.answer = 'skips')::integer AS skips
    FROM sitting s LEFT JOIN meal_answer a ON a.org_id = s.org_id AND a.sitting_id = s.sitting_id
    WHERE s.org_id = ${orgId} AND s.canteen_id = ${canteenId} AND s.day = ${day} AND s.removed_at IS NULL
    GROUP BY s.org_id, s.sitting_id ORDER BY s.opens_at, s.sitting_id`.execute(db)
  return rows
}

async function readDishes({ db, orgId }: AskedByPerson, canteenId: string, day: string) {
  const { rows } = await sql<{
    sittingId: string
    servingId: string
    dish: string
    window: string
    reserved: number
    places: number | null
    isSoldOut: boolean
  }>`
    WITH eaten AS (
      SELECT dish.serving_id, count(*)::integer AS reserved
      FROM sitting t JOIN meal_answer a ON a.org_id = t.org_id AND a.sitting_id = t.sitting_id AND a.answer = 'eats',
        unnest(a.serving_ids) dish(serving_id)
      WHERE t.org_id = ${orgId} AND t.canteen_id = ${canteenId} AND t.day = ${day}
      GROUP BY dish.serving_id)
    SELECT v.sitting_id, v.serving_id, d.name AS dish, w.name AS "window", coalesce(e.reserved, 0) AS reserved, v.places,
      v.sold_out_at IS NOT NULL AS is_sold_out
    FROM serving v
    JOIN dish d ON d.org_id = v.org_id AND d.dish_id = v.dish_id
    JOIN canteen_window w ON w.org_id = v.org_id AND w.window_id = v.window_id
    LEFT JOIN eaten e ON e.serving_id = v.serving_id
    WHERE v.org_id = ${orgId} AND v.canteen_id = ${canteenId} AND v.day = ${day} AND v.removed_at IS NULL
    ORDER BY v.sort_order, v.serving_id`.execute(db)
  return rows
}

export default keeper(getHeadcount, async ({ canteenId, day }, asked) => {
  const { db, orgId, person, now } = asked
  const canteen = await db
    .selectFrom('canteen')
    .select('name')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .executeTakeFirst()
  if (!canteen) return refuse('NO_SUCH_CANTEEN')
  const meals = await readMeals(asked, canteenId, day)
  const dishes = await readDishes(asked, canteenId, day)
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  return {
    now: formatInstant(now, person.zone),
    canteen: canteen.name,
    day,
    meals: meals.map(({ opensAt, closesAt, cutoffAt, places, served, leftoverKg, ...meal }) => ({
      ...meal,
      opensAt: on(opensAt),
      closesAt: on(closesAt),
      ...(cutoffAt ? { cutoffAt: on(cutoffAt) } : {}),
      ...(places === null ? {} : { places }),
      ...(served === null ? {} : { served }),
      ...(leftoverKg === null ? {} : { leftoverKg: Number(leftoverKg) }),
      dishes: dishes
        .filter(({ sittingId }) => sittingId === meal.sittingId)
        .map(({ sittingId: _, places: limit, ...dish }) => ({ ...dish, ...(limit === null ? {} : { places: limit }) })),
    })),
  }
})
