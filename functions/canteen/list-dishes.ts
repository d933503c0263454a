import { sql } from 'kysely'
import * as v from 'valibot'
import { listDishes } from '../../contract/canteen'
import { scorePrior } from '../../contract/canteen-score'
import { addDays, dayOf } from '../../contract/zone'
import { cursorId, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { isDishMeant } from './dish-records'
import { newDays, overallMean, readMenuDishes } from './dish-rows'

const after = v.tuple([v.pipe(v.number(), v.finite()), cursorId])

export default keeper(listDishes, async ({ query, sort, cursor, limit }, asked) => {
  const { db, orgId, now, person } = asked
  const today = dayOf(now, person.zone)
  const begin = readCursor(cursor, after)
  // the rank by which each sort goes down; without one a dish is not in it
  const rank = {
    // as contract/canteen-score.ts reckons; without votes last
    popular: sql<number>`CASE WHEN d.rating_count = 0 THEN 0::float8
      ELSE (${scorePrior} * o.mean + d.rating_sum) / (${scorePrior} + d.rating_count) END`,
    new: sql<number>`CASE WHEN served.first_on > ${addDays(today, -newDays)}
      THEN extract(epoch FROM served.first_on::timestamp)::float8 END`,
    favourite: sql<number>`(SELECT extract(epoch FROM f.at)::float8 FROM dish_favourite f
      WHERE f.org_id = d.org_id AND f.person_id = ${person.personId} AND f.dish_id = d.dish_id)`,
  }[sort]
  const { rows } = await sql<{ dishId: string; rank: number; nextOn: string | null }>`
    SELECT dish_id, rank, next_on FROM (
      SELECT d.dish_id, ${rank} AS rank,
        (SELECT min(day) FROM serving s WHERE s.org_id = d.org_id AND s.dish_id = d.dish_id AND s.removed_at IS NULL
          AND s.day >= ${today}) AS next_on
      FROM dish d
      CROSS JOIN (SELECT ${overallMean(orgId)} AS mean) o
      CROSS JOIN LATERAL (SELECT min(day) AS first_on FROM serving s
        WHERE s.org_id = d.org_id AND s.dish_id = d.dish_id AND s.removed_at IS NULL) served
      -- what has never been on a published menu is the kitchen's own
      WHERE d.org_id = ${orgId} AND NOT d.is_retired AND served.first_on IS NOT NULL AND ${isDishMeant(query)}) ranked
    WHERE rank IS NOT NULL
      AND (${begin === undefined} OR (rank, dish_id) < (${begin?.[0] ?? 0}::float8, ${begin?.[1] ?? null}::uuid))
    ORDER BY rank DESC, dish_id DESC LIMIT ${limit + 1}`.execute(db)
  const page = pageOut(rows, limit, (row) => [row.rank, row.dishId])
  const nextOn = new Map(page.rows.map((row) => [row.dishId, row.nextOn]))
  const dishes = await readMenuDishes(
    asked,
    page.rows.map(({ dishId }) => dishId),
  )
  const items = dishes.map((dish) => {
    const next = nextOn.get(dish.dishId)
    return { ...dish, ...(next ? { nextOn: next } : {}) }
  })
  return { items, nextCursor: page.nextCursor }
})
