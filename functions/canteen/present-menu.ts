import { sql } from 'kysely'
import type { Price } from '../../contract/canteen'
import type { MealWord } from '../../contract/canteen-words'
import type { Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { PlannedServing, PlannedSitting, Present } from './planned-menu'

type SittingRow = Omit<Present<PlannedSitting>, 'opensAt' | 'closesAt' | 'cutoffAt'> &
  Record<'opensAt' | 'closesAt', Date> & { cutoffAt: Date | null }

/**
 * Everything that is or was on the menu of some days, with how many eat it. It is held until the transaction ends: FOR
 * UPDATE waits for answers under way and makes others wait (see answer_meals), so that nobody eats uncounted.
 */
export async function holdMenu(
  db: Db,
  orgId: number,
  canteenId: string,
  days: readonly Day[],
): Promise<{ sittings: Present<PlannedSitting>[]; servings: (Present<PlannedServing> & { day: Day })[] }> {
  await sql`SELECT FROM sitting WHERE org_id = ${orgId} AND canteen_id = ${canteenId} AND day = ANY (${days}::date[])
    ORDER BY sitting_id FOR UPDATE`.execute(db)
  const sittings = await sql<SittingRow>`
    SELECT s.sitting_id, s.day, s.meal, s.opens_at, s.closes_at, s.cutoff_at, s.places,
      s.removed_at IS NOT NULL AS is_removed, (SELECT count(*) FROM meal_answer a
        WHERE a.org_id = s.org_id AND a.sitting_id = s.sitting_id AND a.answer = 'eats')::integer AS taken
    FROM sitting s
    WHERE s.org_id = ${orgId} AND s.canteen_id = ${canteenId} AND s.day = ANY (${days}::date[])
    ORDER BY s.sitting_id`.execute(db)
  const sittingIds = sittings.rows.map(({ sittingId }) => sittingId)
  const servings = await sql<Present<PlannedServing> & { day: Day; meal: MealWord; prices: Price[] }>`
    WITH eaten AS (
      SELECT dish.serving_id, count(*)::integer AS eaters FROM meal_answer a, unnest(a.serving_ids) dish(serving_id)
      WHERE a.org_id = ${orgId} AND a.sitting_id = ANY (${sittingIds}::uuid[]) AND a.answer = 'eats'
      GROUP BY dish.serving_id)
    SELECT v.serving_id, v.sitting_id, v.day, v.window_id, v.dish_id, v.sort_order, v.prices, v.has_half, v.notes,
      v.places, v.removed_at IS NOT NULL AS is_removed, coalesce(e.eaters, 0) AS taken
    FROM serving v LEFT JOIN eaten e ON e.serving_id = v.serving_id
    WHERE v.org_id = ${orgId} AND v.canteen_id = ${canteenId} AND v.day = ANY (${days}::date[])
    ORDER BY v.sort_order, v.serving_id`.execute(db)
  return {
    sittings: sittings.rows.map((row) => ({
      ...row,
      opensAt: row.opensAt.getTime(),
      closesAt: row.closesAt.getTime(),
      cutoffAt: row.cutoffAt?.getTime() ?? null,
    })),
    servings: servings.rows,
  }
}
