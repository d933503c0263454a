import type { MealHours } from '../../contract/canteen-dishes'
import { publishMenu } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import { dayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { readWindows } from './draft-days'
import { blockedDishes, judgeDishes } from './label-problems'
import { holdCanteen, readDrafts } from './menu-drafts'
import { mealsWithoutHours, planDay } from './menu-plan'
import { holdMenu } from './present-menu'
import { tellOfMenu } from './tell-of-menu'
import { writeMenu } from './write-menu'

async function readHours(db: Db, orgId: number, canteenId: string): Promise<Map<MealWord, MealHours>> {
  const rows = await db
    .selectFrom('canteenMeal')
    .select(['meal', 'opensMinute', 'closesMinute', 'isReservable', 'cutoffDays', 'cutoffMinute', 'places'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .execute()
  return new Map(
    rows.map(({ places, ...row }) => {
      const meal = row.meal as MealWord
      return [meal, { ...row, meal, ...(places === null ? {} : { places }) }]
    }),
  )
}

export default keeper(publishMenu, async ({ canteenId, days: wanted }, asked) => {
  const { db, orgId, person, now } = asked
  const days = [...new Set(wanted)].sort()
  if (!(await holdCanteen(db, orgId, canteenId))) return refuse('NO_SUCH_CANTEEN')
  const today = dayOf(now, person.zone)
  const past = days.filter((day) => day < today)
  if (past.length > 0) return refuse('PAST_DAY', { days: past })

  const drafts = await readDrafts(db, orgId, canteenId, days)
  const hours = await readHours(db, orgId, canteenId)
  const menu = await holdMenu(db, orgId, canteenId, days)
  const before = [...drafts.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, published, publishedAt, isClosed, note, mealPlaces, lines }) => ({
      day,
      draft: { isClosed, note, mealPlaces, lines },
      published,
      isPublished: publishedAt !== undefined,
      sittings: menu.sittings.filter((sitting) => sitting.day === day),
      servings: menu.servings.filter((serving) => serving.day === day),
    }))
  const meals = before.flatMap((each) => mealsWithoutHours(each, hours))
  if (meals.length > 0) return refuse('NO_HOURS', { meals: [...new Set(meals)] })

  const lines = before.flatMap(({ draft }) => (draft.isClosed ? [] : draft.lines))
  const dishes = await judgeDishes(
    db,
    orgId,
    lines.map(({ dishId }) => dishId),
    true,
  )
  const pricesOf = (dishId: string) => dishes.get(dishId)?.prices ?? []
  const plans = before
    .map((each) => planDay(each, { zone: person.zone, hours, pricesOf, newId: () => newId(now) }))
    .filter(({ isIdle }) => !isIdle)
  if (plans.length === 0) return refuse('NOTHING_TO_PUBLISH')
  const windows = await readWindows(db, orgId, canteenId)
  const blocked = blockedDishes(
    plans.flatMap(({ draft }) => (draft.isClosed ? [] : draft.lines)),
    dishes,
    windows,
  )
  if (blocked.length > 0) return refuse('LABELS_BLOCK', { dishes: blocked })

  await writeMenu(asked, canteenId, plans)
  const result = {
    days: plans.map(({ day }) => day),
    added: plans.reduce((sum, { addedServings }) => sum + addedServings.length, 0),
    updated: plans.reduce(
      (sum, { wasPublished, changes }) =>
        sum + (wasPublished ? changes.filter(({ kind }) => kind === 'updated').length : 0),
      0,
    ),
    removed: plans.reduce((sum, { removedServings }) => sum + removedServings.length, 0),
    told: await tellOfMenu(asked, canteenId, plans, menu),
  }
  asked.note({ canteenId, ...result })
  return result
})
