import { sql } from 'kysely'
import type { CanteenReport } from '../../contract/canteen-feedback'
import { ratingChips } from '../../contract/canteen-ratings'
import { bayesianMean } from '../../contract/canteen-score'
import { daysBetween } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'

/** A report is of so many days at most. */
const mostDays = 366

interface Scope {
  db: Db
  orgId: number
  canteenId: string | null
  from: string
  until: string
}

type Range = { canteenId?: string; from: string; until: string }

/** What a report is counted over; refused when it cannot be. */
export async function reportScope(
  { db, orgId }: AskedByPerson,
  { canteenId, from, until }: Range,
): Promise<(Scope & { canteen: string }) | Refusal<'NO_SUCH_CANTEEN' | 'ENDS_BEFORE_START' | 'TOO_LONG'>> {
  if (until < from) return refuse('ENDS_BEFORE_START')
  if (daysBetween(from, until) >= mostDays) return refuse('TOO_LONG')
  const known = canteenId
    ? await db
        .selectFrom('canteen')
        .select('name')
        .where('orgId', '=', orgId)
        .where('canteenId', '=', canteenId)
        .executeTakeFirst()
    : { name: '' }
  if (!known) return refuse('NO_SUCH_CANTEEN')
  return { db, orgId, canteenId: canteenId ?? null, from, until, canteen: known.name }
}

const hundredth = (value: number) => Math.round(value * 100) / 100
const meanOf = (sum: number, count: number) => (count === 0 ? {} : { mean: hundredth(sum / count) })

async function countMeals({ db, orgId, canteenId, from, until }: Scope) {
  const { rows } = await sql<{ day: string; sittings: number; served: number; leftoverKg: number; reserved: number }>`
    SELECT * FROM count_canteen_meals(${orgId}, ${canteenId}, ${from}, ${until})`.execute(db)
  return rows
}

async function countRatings({ db, orgId, canteenId, from, until }: Scope) {
  const { rows } = await sql<{ day: string; dishId: string; count: number; sum: number }>`
    SELECT day, dish_id, count(*) AS count, sum(stars) AS sum FROM rating
    WHERE org_id = ${orgId} AND day BETWEEN ${from} AND ${until} AND withdrawn_at IS NULL
      AND (${canteenId}::uuid IS NULL OR canteen_id = ${canteenId}::uuid)
    GROUP BY day, dish_id`.execute(db)
  return rows
}

async function countChips({ db, orgId, canteenId, from, until }: Scope) {
  const { rows } = await sql<{ chip: string; count: number }>`
    SELECT chip, count(*) AS count FROM rating, unnest(chips) chip
    WHERE org_id = ${orgId} AND day BETWEEN ${from} AND ${until} AND withdrawn_at IS NULL
      AND (${canteenId}::uuid IS NULL OR canteen_id = ${canteenId}::uuid)
    GROUP BY chip`.execute(db)
  return ratingChips.map((chip) => ({ chip, count: rows.find((row) => row.chip === chip)?.count ?? 0 }))
}

async function countAnswers({ db, orgId, canteenId, from, until }: Scope): Promise<CanteenReport['answers']> {
  const { rows } = await sql<{ wanted: number; answered: number; inTime: number; median: number | null }>`
    SELECT * FROM count_canteen_answers(${orgId}, ${canteenId}, ${from}, ${until})`.execute(db)
  const { wanted = 0, answered = 0, inTime = 0, median = null } = rows[0] ?? {}
  return { wanted, answered, inTime, ...(median === null ? {} : { medianMinutes: Math.round(median * 10) / 10 }) }
}

async function countDishes({ db, orgId, canteenId, from, until }: Scope) {
  const { rows } = await sql<{ dishId: string; dish: string; servings: number; reserved: number }>`
    SELECT * FROM count_canteen_dishes(${orgId}, ${canteenId}, ${from}, ${until})`.execute(db)
  return rows
}

type Rated = { count: number; sum: number }

/** The same ratings summed by something of theirs. */
function sumBy<Row extends Rated>(rows: readonly Row[], key: (row: Row) => string): Map<string, Rated> {
  const sums = new Map<string, Rated>()
  for (const row of rows) {
    const known = sums.get(key(row)) ?? { count: 0, sum: 0 }
    sums.set(key(row), { count: known.count + row.count, sum: known.sum + row.sum })
  }
  return sums
}

/** Every figure of a report. How a dish scores is of the ratings of these days alone, and no person stands anywhere. */
export async function countCanteenReport(scope: Scope): Promise<CanteenReport> {
  const meals = await countMeals(scope)
  const ratings = await countRatings(scope)
  const total = sumBy(ratings, () => '').get('') ?? { count: 0, sum: 0 }
  const byDay = sumBy(ratings, ({ day }) => day)
  const byDish = sumBy(ratings, ({ dishId }) => dishId)
  const sum = (what: (row: (typeof meals)[number]) => number) => meals.reduce((all, row) => all + what(row), 0)
  const mealsOn = new Map(meals.map((row) => [row.day, row]))
  const score = (dishId: string) => {
    const own = byDish.get(dishId)
    const mean = own && bayesianMean(own.sum, own.count, total.sum / total.count)
    return own && mean !== undefined ? { score: { mean: hundredth(mean), ratings: own.count } } : {}
  }
  return {
    from: scope.from,
    until: scope.until,
    meals: {
      reserved: sum(({ reserved }) => reserved),
      served: sum(({ served }) => served),
      leftoverKg: hundredth(sum(({ leftoverKg }) => leftoverKg)),
      sittings: sum(({ sittings }) => sittings),
    },
    ratings: { count: total.count, ...meanOf(total.sum, total.count), chips: await countChips(scope) },
    answers: await countAnswers(scope),
    days: [...new Set([...mealsOn.keys(), ...byDay.keys()])].sort().map((day) => {
      const rated = byDay.get(day) ?? { count: 0, sum: 0 }
      const { reserved = 0, served = 0 } = mealsOn.get(day) ?? {}
      return { day, reserved, served, ratings: rated.count, ...meanOf(rated.sum, rated.count) }
    }),
    dishes: (await countDishes(scope)).map((dish) => ({ ...dish, ...score(dish.dishId) })),
  }
}
