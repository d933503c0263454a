import type { MenuDay, MenuDish } from '../../contract/canteen'
import { bayesianMean } from '../../contract/canteen-score'
import type { MealAnswer } from '../../contract/canteen-words'
import { type Day, instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import type { Votes } from './kept-votes'
import type { PublishedWeek } from './kept-weeks'

/** What is one person's about a week: answers by sitting, stars by serving, favourites. */
export interface MyWeek {
  answers: Map<string, MealAnswer>
  stars: Map<string, number>
  favourites: Set<string>
}

/** What changes with every meal: what is left by sitting or serving, and what is sold out. */
export interface Moment {
  placesLeft: Map<string, number>
  soldOut: Set<string>
}

// Hundreds of people open the menu before lunch: each statement is prepared once on each connection, gives one row, and
// looks for what a person or a week has a handful of.
const mineOfWeek = {
  name: 'menu-week-mine',
  text: `SELECT ARRAY(SELECT dish_id::text FROM dish_favourite WHERE org_id = $1 AND person_id = $2) AS favourites,
    (SELECT json_agg(json_build_array(serving_id, stars)) FROM rating
      WHERE org_id = $1 AND person_id = $2 AND rated_at >= $3 AND withdrawn_at IS NULL) AS stars,
    (SELECT json_agg(json_build_array(sitting_id,
        json_build_object('answer', answer, 'portion', portion, 'servingIds', serving_ids))) FROM meal_answer
      WHERE org_id = $1 AND person_id = $2 AND day BETWEEN $4 AND $5) AS answers`,
}
const momentOfWeek = {
  name: 'menu-week-moment',
  text: `SELECT (SELECT json_agg(json_build_array(sitting_id, places - taken)) FROM sitting
      WHERE org_id = $1 AND sitting_id = ANY ($5::uuid[])) AS sittings,
    (SELECT json_agg(json_build_array(serving_id, places - taken)) FROM serving
      WHERE org_id = $1 AND serving_id = ANY ($6::uuid[])) AS servings,
    ARRAY(SELECT serving_id::text FROM serving WHERE org_id = $1 AND canteen_id = $2 AND day BETWEEN $3 AND $4
      AND sold_out_at IS NOT NULL) AS "soldOut"`,
}

type By = Pick<AskedByPerson, 'cloud' | 'orgId' | 'person'>
const ends = (days: readonly Day[]) => [days[0] ?? '1970-01-01', days.at(-1) ?? '1970-01-01'] as const

/** What the asker answered and rated in a week, and their favourites. */
export async function readMyWeek({ cloud, orgId, person }: By, days: readonly Day[]): Promise<MyWeek> {
  const [first, last] = ends(days)
  const { rows } = await cloud.pool.query<{
    favourites: string[]
    stars: [string, number][] | null
    answers: [string, MealAnswer][] | null
  }>({
    ...mineOfWeek,
    // nothing is rated before its day
    values: [orgId, person.personId, new Date(instantAt(first, 0, person.zone)), first, last],
  })
  const [mine] = rows
  return {
    answers: new Map(mine?.answers ?? []),
    stars: new Map(mine?.stars ?? []),
    favourites: new Set(mine?.favourites),
  }
}

/** What is left and sold out at this moment. */
export async function readMoment({ cloud, orgId }: By, week: PublishedWeek): Promise<Moment> {
  const { canteenId, days, limitedSittings, limitedServings } = week
  const { rows } = await cloud.pool.query<{
    sittings: [string, number | null][] | null
    servings: [string, number | null][] | null
    soldOut: string[]
  }>({
    ...momentOfWeek,
    values: [orgId, canteenId, ...ends(days.map(({ day }) => day)), limitedSittings, limitedServings],
  })
  const [now] = rows
  const left = [...(now?.sittings ?? []), ...(now?.servings ?? [])]
  return {
    // of one whose limit was lifted a moment ago nothing is counted
    placesLeft: new Map(left.flatMap(([id, places]) => (places === null ? [] : [[id, places] as const]))),
    soldOut: new Set(now?.soldOut),
  }
}

/** The days as one person sees them now. */
export function daysFor({ days }: PublishedWeek, mine: MyWeek, { placesLeft, soldOut }: Moment): MenuDay[] {
  const left = (id: string) => {
    const places = placesLeft.get(id)
    return places === undefined ? {} : { placesLeft: places }
  }
  return days.map((day) => ({
    ...day,
    sittings: day.sittings.map((sitting) => {
      const answer = mine.answers.get(sitting.sittingId)
      return {
        ...sitting,
        ...left(sitting.sittingId),
        ...(answer ? { mine: answer } : {}),
        servings: sitting.servings.map((serving) => {
          const myStars = mine.stars.get(serving.servingId)
          const isSoldOut = soldOut.has(serving.servingId)
          return { ...serving, ...left(serving.servingId), isSoldOut, ...(myStars === undefined ? {} : { myStars }) }
        }),
      }
    }),
  }))
}

/** The dishes as one person sees them now. */
export function dishesFor({ dishes }: PublishedWeek, { favourites }: MyWeek, votes: Votes): MenuDish[] {
  return dishes.map((dish) => {
    const { ratings, sum } = votes.of.get(dish.dishId) ?? { ratings: 0, sum: 0 }
    const mean = bayesianMean(sum, ratings, votes.overall)
    const score = mean === undefined ? {} : { score: { mean, ratings } }
    return { ...dish, ...score, isFavourite: favourites.has(dish.dishId) }
  })
}
