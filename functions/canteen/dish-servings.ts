import { sql } from 'kysely'
import type { getDish } from '../../contract/canteen'
import { rateableDays } from '../../contract/canteen-meals'
import type { ValueOf } from '../../contract/procedure'
import { dayOf } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

type Shown = ValueOf<typeof getDish>
type Upcoming = Shown['upcoming'][number]
type Rateable = NonNullable<Shown['rateable']>

/** So many of the next servings are named. */
const mostUpcoming = 10

const columns = sql`s.serving_id, s.canteen_id, c.name AS canteen, w.name AS window, s.day, t.meal`
const joins = sql`
  JOIN sitting t ON t.org_id = s.org_id AND t.sitting_id = s.sitting_id
  JOIN canteen c ON c.org_id = s.org_id AND c.canteen_id = s.canteen_id
  JOIN canteen_window w ON w.org_id = s.org_id AND w.window_id = s.window_id`

/** When and where a dish is on from now on, the next first; what is being served right now is among it. */
export async function readUpcoming({ db, orgId, now, person }: AskedByPerson, dishId: string): Promise<Upcoming[]> {
  const { rows } = await sql<Upcoming>`
    SELECT ${columns} FROM serving s ${joins}
    WHERE s.org_id = ${orgId} AND s.dish_id = ${dishId} AND s.removed_at IS NULL AND t.removed_at IS NULL
      AND s.day >= ${dayOf(now, person.zone)} AND t.closes_at > ${new Date(now)}
    ORDER BY t.opens_at, s.sort_order, s.serving_id LIMIT ${mostUpcoming}`.execute(db)
  return rows
}

/** The newest serving the asker may rate now, or has rated. */
export async function readRateable(
  { db, orgId, now, person }: AskedByPerson,
  dishId: string,
): Promise<Rateable | undefined> {
  const { rows } = await sql<Upcoming & { myStars: number | null }>`
    SELECT ${columns}, r.stars AS my_stars FROM serving s ${joins}
    LEFT JOIN rating r ON r.org_id = s.org_id AND r.serving_id = s.serving_id AND r.person_id = ${person.personId}
      AND r.withdrawn_at IS NULL
    WHERE s.org_id = ${orgId} AND s.dish_id = ${dishId} AND s.day <= ${dayOf(now, person.zone)}
      AND t.opens_at <= ${new Date(now)}
      AND (r.stars IS NOT NULL OR (t.opens_at >= ${new Date(now - rateableDays * 86_400_000)}
        AND s.removed_at IS NULL AND t.removed_at IS NULL))
    ORDER BY t.opens_at DESC, s.serving_id LIMIT 1`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { myStars, ...serving } = row
  return { ...serving, ...(myStars === null ? {} : { myStars }) }
}

/** How often each number of stars was given to a dish, one star first. */
export async function readDistribution({ db, orgId }: AskedByPerson, dishId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('rating')
    .select((is) => ['stars', is.fn.countAll<number>().as('count')])
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .where('withdrawnAt', 'is', null)
    .groupBy('stars')
    .execute()
  return [1, 2, 3, 4, 5].map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0)
}
