import * as v from 'valibot'
import { listMyMeals } from '../../contract/canteen-meals'
import type { MealAnswer, MealWord } from '../../contract/canteen-words'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'

const position = v.tuple([cursorMs, cursorId])

/** Where a list of meals goes on: opening (epoch ms) and id of the last one shown. */
interface Page {
  isPast: boolean
  after?: v.InferOutput<typeof position>
  limit: number
}

/** The asker's answers, one more than a page holds. A meal that was taken off is not listed: it is not held. */
async function readMeals({ db, orgId, person, now }: AskedByPerson, { isPast, after, limit }: Page) {
  const at = new Date(now)
  return db
    .selectFrom('mealAnswer as a')
    .innerJoin('sitting as s', (on) => on.onRef('s.orgId', '=', 'a.orgId').onRef('s.sittingId', '=', 'a.sittingId'))
    .innerJoin('canteen as c', (on) => on.onRef('c.orgId', '=', 's.orgId').onRef('c.canteenId', '=', 's.canteenId'))
    .select(['a.sittingId', 's.canteenId', 'c.name as canteen', 'a.day', 'a.meal', 's.opensAt', 's.closesAt'])
    .select(['s.cutoffAt', 'a.answer', 'a.portion', 'a.servingIds', 'a.note'])
    .where('a.orgId', '=', orgId)
    .where('a.personId', '=', person.personId)
    .where('s.removedAt', 'is', null)
    .where('s.closesAt', isPast ? '<=' : '>', at)
    .$if(after !== undefined, (rows) =>
      rows.where((is) =>
        is(
          is.refTuple('s.opensAt', 'a.sittingId'),
          isPast ? '<' : '>',
          is.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? ''),
        ),
      ),
    )
    .orderBy('s.opensAt', isPast ? 'desc' : 'asc')
    .orderBy('a.sittingId', isPast ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
}

/** Names of servings, also of those that were taken off the menu. */
async function readNames({ db, orgId }: AskedByPerson, servingIds: readonly string[]): Promise<Map<string, string>> {
  if (servingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('serving as v')
    .innerJoin('dish as d', (on) => on.onRef('d.orgId', '=', 'v.orgId').onRef('d.dishId', '=', 'v.dishId'))
    .select(['v.servingId', 'd.name'])
    .where('v.orgId', '=', orgId)
    .where('v.servingId', 'in', servingIds)
    .execute()
  return new Map(rows.map(({ servingId, name }) => [servingId, name]))
}

export default keeper(listMyMeals, async ({ isPast, cursor, limit }, asked) => {
  const { now, person } = asked
  const found = await readMeals(asked, { isPast, after: readCursor(cursor, position), limit })
  const { rows, nextCursor } = pageOut(found, limit, ({ opensAt, sittingId }) => [opensAt.getTime(), sittingId])
  const names = await readNames(
    asked,
    rows.flatMap(({ servingIds }) => servingIds),
  )
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  return {
    items: rows.map(({ opensAt, closesAt, cutoffAt, answer, portion, meal, ...row }) => ({
      ...row,
      meal: meal as MealWord,
      answer: answer as MealAnswer['answer'],
      portion: portion as MealAnswer['portion'],
      opensAt: on(opensAt),
      closesAt: on(closesAt),
      ...(cutoffAt ? { cutoffAt: on(cutoffAt) } : {}),
      dishes: row.servingIds.flatMap((servingId) => names.get(servingId) ?? []),
      mayChange: cutoffAt !== null && now < cutoffAt.getTime(),
    })),
    now: formatInstant(now, person.zone),
    ...(nextCursor ? { nextCursor } : {}),
  }
})
