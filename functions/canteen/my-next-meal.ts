import type { getMyMeals } from '../../contract/canteen-meals'
import type { MealAnswer, MealWord } from '../../contract/canteen-words'
import type { ValueOf } from '../../contract/procedure'
import { formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

type Next = NonNullable<ValueOf<typeof getMyMeals>['next']>

/** So many dishes stand on a card. */
const dishesShown = 6

const nextMeal = {
  name: 'my-next-meal',
  text: `SELECT s.sitting_id AS "sittingId", s.day, s.meal, s.opens_at AS "opensAt", s.cutoff_at AS "cutoffAt",
      s.places - s.taken AS "placesLeft", a.answer, a.portion, a.serving_ids AS "servingIds",
      (SELECT l.portion FROM meal_answer l WHERE l.org_id = $1 AND l.person_id = $4 AND l.answer = 'eats'
        AND l.day <= s.day AND (l.day, l.meal) <> (s.day, s.meal) ORDER BY l.day DESC, l.answered_at DESC LIMIT 1
      ) AS "lastPortion",
      ARRAY(SELECT d.name FROM serving v JOIN dish d ON d.org_id = v.org_id AND d.dish_id = v.dish_id
        WHERE v.org_id = $1 AND v.canteen_id = $2 AND v.day = s.day AND v.sitting_id = s.sitting_id
          AND v.removed_at IS NULL ORDER BY v.sort_order, v.serving_id LIMIT $5) AS dishes
    FROM sitting s
    LEFT JOIN meal_answer a ON a.org_id = s.org_id AND a.person_id = $4 AND a.day = s.day AND a.meal = s.meal
      AND a.sitting_id = s.sitting_id
    WHERE s.org_id = $1 AND s.canteen_id = $2 AND s.cutoff_at > $3 AND s.removed_at IS NULL
    ORDER BY s.cutoff_at, s.opens_at LIMIT 1`,
}

interface Row {
  sittingId: string
  day: string
  meal: MealWord
  opensAt: Date
  cutoffAt: Date
  placesLeft: number | null
  answer: MealAnswer['answer'] | null
  portion: MealAnswer['portion']
  servingIds: string[]
  lastPortion: MealAnswer['portion'] | null
  dishes: string[]
}

/** The next meal of a canteen whose cut-off has not passed, with what the asker said and the portion they had last. */
export async function readNextMeal(
  { cloud, orgId, person, now }: AskedByPerson,
  { canteenId, name }: { canteenId: string; name: string },
): Promise<Next | undefined> {
  const { rows } = await cloud.pool.query<Row>({
    ...nextMeal,
    values: [orgId, canteenId, new Date(now), person.personId, dishesShown],
  })
  const [row] = rows
  if (!row) return undefined
  const { opensAt, cutoffAt, placesLeft, answer, portion, servingIds, lastPortion, ...rest } = row
  return {
    ...rest,
    canteenId,
    canteen: name,
    opensAt: formatInstant(opensAt.getTime(), person.zone),
    cutoffAt: formatInstant(cutoffAt.getTime(), person.zone),
    ...(placesLeft === null ? {} : { placesLeft }),
    ...(answer ? { mine: { answer, portion, servingIds } } : {}),
    suggestedPortion: lastPortion ?? 'full',
  }
}
