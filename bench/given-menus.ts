import type { Client } from 'pg'
import { addDays, dayOf } from '../contract/zone'

const people = 2000
const canteens = 3
const dishes = 400
const servingsPerMeal = 12
/** Every five years hold a leap day or two. */
const daysBack = 5 * 365 + 1
const daysAhead = 14
const zone = '+08:00'

/** What the canteens of the bench hold. */
export interface GivenMenus {
  today: string
  counts: { sittings: number; servings: number; answers: number; ratings: number }
}

/** The id of a canteen of the bench, 1 to 3. */
export function canteenIdOf(n: number): string {
  return `00000000-0000-4000-8000-00000000000${n}`
}

/**
 * Three canteens that have published four meals of twelve dishes, as large canteens do, every day for five years and the next two weeks, half a
 * million answers to lunch and 200,000 ratings; everybody has ten favourites. Dishes are `md5('dish 1')`, sittings
 * `md5('sitting <canteen> <day number> <meal>')`, days are counted from five years ago. `now` in epoch ms.
 */
export async function givenMenus(client: Client, now: number): Promise<GivenMenus> {
  const today = dayOf(now, zone)
  const first = addDays(today, -daysBack)
  const last = daysBack + daysAhead
  const labels = JSON.stringify({
    contains: ['gluten', 'wheat', 'soybeans'],
    free: ['crustaceans', 'eggs', 'fish', 'peanuts', 'milk', 'nuts'],
    conflicts: [],
    diets: [],
  })
  // keys are made to fit, and the ratings of each dish are counted once at the end
  await client.query('SET session_replication_role = replica')
  await client.query(`
    INSERT INTO canteen (org_id, canteen_id, name, created_at)
      SELECT 1, ('00000000-0000-4000-8000-00000000000' || c)::uuid, c || '号食堂', now() FROM generate_series(1, ${canteens}) c;
    INSERT INTO canteen_window (org_id, window_id, canteen_id, name, sort_order)
      SELECT 1, md5('window ' || c || ' ' || w)::uuid, ('00000000-0000-4000-8000-00000000000' || c)::uuid, w || '号窗口', w
      FROM generate_series(1, ${canteens}) c, generate_series(0, 4) w;
    INSERT INTO dish (org_id, dish_id, name, pinyin, initials, ingredients, labels, has_problems, spice, prices, created_at,
        confirmed_at, confirmed_by)
      SELECT 1, md5('dish ' || n)::uuid, '家常小炒' || n, 'jiachangxiaochao' || n, 'jcxc' || n, ARRAY['猪肉', '青椒', '生抽'],
        '${labels}', false, n % 4, '[{"role": "employee", "fen": 1200, "halfFen": 700}]', now(), now(), md5('person 1')::uuid
      FROM generate_series(1, ${dishes}) n;
    INSERT INTO menu_day (org_id, canteen_id, day, draft, published, published_at)
      SELECT 1, canteen_id, '${first}'::date + d, '{"isClosed": false, "note": "", "mealPlaces": [], "lines": []}',
        '{"isClosed": false, "note": "", "mealPlaces": [], "lines": []}', now() FROM canteen, generate_series(0, ${last}) d;
    INSERT INTO sitting (org_id, sitting_id, canteen_id, day, meal, opens_at, closes_at, cutoff_at)
      SELECT 1, md5(concat_ws(' ', 'sitting', c, d, m.meal))::uuid, ('00000000-0000-4000-8000-00000000000' || c)::uuid,
        day, m.meal, at + m.opens * interval '1 min', at + (m.opens + 90) * interval '1 min', at + (m.opens - 120) * interval '1 min'
      FROM generate_series(1, ${canteens}) c, generate_series(0, ${last}) d,
        (VALUES ('breakfast', 420), ('lunch', 690), ('dinner', 1050), ('overtime', 1170)) m(meal, opens),
        LATERAL (SELECT '${first}'::date + d AS day) dated, LATERAL (SELECT (day || 'T00:00${zone}')::timestamptz AS at) began`)
  await client.query(`
    INSERT INTO serving (org_id, serving_id, sitting_id, canteen_id, day, window_id, dish_id, sort_order, prices, has_half,
        notes, created_at)
      SELECT 1, md5(concat_ws(' ', 'serving', s.sitting_id, n))::uuid, s.sitting_id, s.canteen_id, s.day,
        md5('window ' || right(s.canteen_id::text, 1) || ' ' || n % 5)::uuid,
        md5('dish ' || 1 + ((hashtext(s.sitting_id::text) & 65535) + n * 19) % ${dishes})::uuid, n,
        '[{"role": "employee", "fen": 1200, "halfFen": 700}]', true, '{}', s.opens_at - interval '7 days'
      FROM sitting s, generate_series(0, ${servingsPerMeal - 1}) n
      ON CONFLICT DO NOTHING`)
  await client.query(`
    INSERT INTO meal_answer (org_id, person_id, day, meal, sitting_id, answer, portion, by_id, answered_at)
      SELECT 1, md5('person ' || p)::uuid, '${first}'::date + d, 'lunch',
        md5(concat_ws(' ', 'sitting', 1 + p % ${canteens}, d, 'lunch'))::uuid, CASE WHEN k % 10 = 0 THEN 'skips' ELSE 'eats' END,
        CASE WHEN p % 5 = 0 THEN 'half' ELSE 'full' END, md5('person ' || p)::uuid, '${first}'::date + d
      FROM generate_series(0, ${people - 1}) p, generate_series(0, 249) k, LATERAL (SELECT k * 7 + p % 7 AS d) dated
      WHERE d < ${daysBack};
    INSERT INTO dish_favourite (org_id, person_id, dish_id, at)
      SELECT 1, md5('person ' || p)::uuid, md5('dish ' || 1 + (p * 7 + k * 37) % ${dishes})::uuid, now()
      FROM generate_series(0, ${people - 1}) p, generate_series(0, 9) k ON CONFLICT DO NOTHING;
    ANALYZE sitting, serving, meal_answer`)
  await client.query(`
    INSERT INTO rating (org_id, rating_id, serving_id, dish_id, canteen_id, day, person_id, stars, words, rated_at)
      SELECT 1, gen_random_uuid(), v.serving_id, v.dish_id, v.canteen_id, v.day, a.person_id, 3 + n % 3, '味道不错', a.answered_at
      FROM (SELECT *, row_number() OVER () AS n FROM meal_answer WHERE answer = 'eats' LIMIT 200000) a
      JOIN serving v ON v.org_id = 1 AND v.serving_id = md5(concat_ws(' ', 'serving', a.sitting_id, n % ${servingsPerMeal}))::uuid`)
  await client.query(`
    SET session_replication_role = origin;
    UPDATE dish d SET rating_count = r.n, rating_sum = r.stars
      FROM (SELECT dish_id, count(*) AS n, sum(stars) AS stars FROM rating GROUP BY dish_id) r WHERE r.dish_id = d.dish_id`)
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<GivenMenus['counts']>(`
    SELECT (SELECT count(*) FROM sitting)::int AS sittings, (SELECT count(*) FROM serving)::int AS servings,
      (SELECT count(*) FROM meal_answer)::int AS answers, (SELECT count(*) FROM rating)::int AS ratings`)
  return { today, counts: rows[0] ?? { sittings: 0, servings: 0, answers: 0, ratings: 0 } }
}
