import type { getMyMeals } from '../../contract/canteen-meals'
import type { ValueOf } from '../../contract/procedure'
import { dayOf, instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

type ToRate = ValueOf<typeof getMyMeals>['toRate']

const mostToRate = 12
/** Meals one had are asked about for so long after they opened. */
const askedDays = 3

// those of chosen dishes first, then of one's own meals, then of whatever is on today; the newest meal first in each
const toRate = {
  name: 'my-meals-to-rate',
  text: `WITH meals AS (
      SELECT s.org_id, s.sitting_id, s.meal, s.opens_at, a.serving_ids, true AS is_mine
      FROM meal_answer a JOIN sitting s ON s.org_id = a.org_id AND s.sitting_id = a.sitting_id
      WHERE a.org_id = $1 AND a.person_id = $2 AND a.day >= $5::date - 1 AND a.answer = 'eats' AND s.removed_at IS NULL
        AND s.opens_at > $3 AND s.opens_at <= $4
      UNION ALL
      SELECT s.org_id, s.sitting_id, s.meal, s.opens_at, '{}', false FROM sitting s
      WHERE s.org_id = $1 AND s.canteen_id = $6 AND s.day = $7 AND s.removed_at IS NULL AND s.opens_at >= $8
        AND s.opens_at <= $4 AND NOT EXISTS (SELECT FROM meal_answer a WHERE a.org_id = $1 AND a.person_id = $2
          AND a.day = s.day AND a.meal = s.meal AND (a.sitting_id = s.sitting_id OR a.answer = 'eats')))
    SELECT v.serving_id AS "servingId", v.canteen_id AS "canteenId", c.name AS canteen, w.name AS "window", v.day, m.meal,
      v.dish_id AS "dishId", d.name AS dish
    FROM meals m
    JOIN serving v ON v.org_id = m.org_id AND v.sitting_id = m.sitting_id AND v.removed_at IS NULL
    JOIN dish d ON d.org_id = v.org_id AND d.dish_id = v.dish_id
    JOIN canteen c ON c.org_id = v.org_id AND c.canteen_id = v.canteen_id
    JOIN canteen_window w ON w.org_id = v.org_id AND w.window_id = v.window_id
    WHERE NOT EXISTS (SELECT FROM rating r WHERE r.org_id = v.org_id AND r.serving_id = v.serving_id AND r.person_id = $2)
    ORDER BY v.serving_id = ANY (m.serving_ids) DESC, m.is_mine DESC, m.opens_at DESC, v.sort_order, v.serving_id
    LIMIT ${mostToRate}`,
}

/** What the asker could rate now and has not: what they ate lately, else what their canteen serves today. */
export async function readToRate(
  { cloud, orgId, person, now }: AskedByPerson,
  canteenId: string | undefined,
): Promise<ToRate> {
  const today = dayOf(now, person.zone)
  const since = now - askedDays * 86_400_000
  const { rows } = await cloud.pool.query<ToRate[number]>({
    ...toRate,
    values: [
      orgId,
      person.personId,
      new Date(since),
      new Date(now),
      dayOf(since, person.zone),
      canteenId ?? null,
      today,
      new Date(instantAt(today, 0, person.zone)),
    ],
  })
  return rows
}
