import type { TestCloud } from './start-cloud'

/** Rows in which the number of places taken is not the number of people who eat, or exceeds the places. */
export async function miscountedPlaces({ cloud }: TestCloud, orgId: number): Promise<unknown[]> {
  const { rows } = await cloud.pool.query(
    `SELECT 'sitting' AS what, s.sitting_id AS id, s.places, s.taken, count(a.person_id)::int AS eats
     FROM sitting s LEFT JOIN meal_answer a ON a.org_id = s.org_id AND a.sitting_id = s.sitting_id AND a.answer = 'eats'
     WHERE s.org_id = $1 GROUP BY s.org_id, s.sitting_id
     HAVING s.taken <> CASE WHEN s.places IS NULL THEN 0 ELSE count(a.person_id) END OR s.taken > s.places
     UNION ALL
     SELECT 'serving', v.serving_id, v.places, v.taken, count(a.person_id)::int
     FROM serving v LEFT JOIN meal_answer a
       ON a.org_id = v.org_id AND v.serving_id = ANY (a.serving_ids) AND a.answer = 'eats'
     WHERE v.org_id = $1 GROUP BY v.org_id, v.serving_id
     HAVING v.taken <> CASE WHEN v.places IS NULL THEN 0 ELSE count(a.person_id) END OR v.taken > v.places`,
    [orgId],
  )
  return rows
}
