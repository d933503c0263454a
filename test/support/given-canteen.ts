import type { Insertable } from 'kysely'
import type { Price } from '../../contract/canteen'
import { type AllergenCode, type Diet, type DishLabels, gb8Codes, kindsOf } from '../../contract/canteen-allergens'
import type { MealHours } from '../../contract/canteen-dishes'
import type { MealWord, Portion } from '../../contract/canteen-words'
import { addDays, type Day, instantAt } from '../../contract/zone'
import type { DB } from '../../database/types'
import { newId } from '../../functions/secrets'
import { type GivenOrg, givenPerson } from './given'
import type { TestCloud } from './start-cloud'

let made = 0
/** The zone of every institution in the tests. */
const zone = '+08:00'

type Org = Pick<GivenOrg, 'orgId'>
type Columns<Table extends keyof DB> = Partial<Insertable<DB[Table]>>

/** Meals of a canteen unless others are given; those for whom it is cooked say so until the minute of the cut-off. */
export const usualMeals: readonly MealHours[] = [
  { meal: 'breakfast', opensMinute: 410, closesMinute: 510, isReservable: true, cutoffDays: 1, cutoffMinute: 1200 },
  { meal: 'lunch', opensMinute: 680, closesMinute: 780, isReservable: true, cutoffDays: 0, cutoffMinute: 540 },
  { meal: 'dinner', opensMinute: 1040, closesMinute: 1110, isReservable: true, cutoffDays: 0, cutoffMinute: 900 },
  { meal: 'overtime', opensMinute: 1170, closesMinute: 1260, isReservable: true, cutoffDays: 0, cutoffMinute: 1020 },
]

/** A canteen with a window for each name and its meals. `windowId` is the first window's. */
export async function givenCanteen(
  { cloud: { db, clock } }: TestCloud,
  { orgId }: Org,
  {
    name = `食堂${++made}`,
    windows = ['一号窗口'],
    meals = usualMeals,
    ...more
  }: Columns<'canteen'> & { windows?: readonly string[]; meals?: readonly MealHours[] } = {},
): Promise<{ canteenId: string; name: string; windowIds: string[]; windowId: string }> {
  const canteenId = newId(clock())
  const rows = windows.map((window, sortOrder) => ({
    orgId,
    canteenId,
    windowId: newId(clock()),
    name: window,
    sortOrder,
  }))
  await db
    .insertInto('canteen')
    .values({ orgId, canteenId, name, createdAt: new Date(clock()), ...more })
    .execute()
  if (rows.length > 0) await db.insertInto('canteenWindow').values(rows).execute()
  if (meals.length > 0)
    await db
      .insertInto('canteenMeal')
      .values(meals.map((meal) => ({ orgId, canteenId, ...meal })))
      .execute()
  const windowIds = rows.map(({ windowId }) => windowId)
  return { canteenId, name, windowIds, windowId: windowIds[0] ?? '' }
}

/**
 * A dish whose labels are confirmed and stand against nothing: what it does not contain of GB 7718's eight it is free of,
 * unless `free` says otherwise. With `isConfirmed: false` it could not be published.
 */
export async function givenDish(
  house: TestCloud,
  org: GivenOrg,
  {
    contains = [],
    free = gb8Codes.filter((code) => !contains.some((one) => kindsOf(one).includes(code))),
    diets = [],
    conflicts = [],
    isConfirmed = true,
    prices = [{ role: 'employee', fen: 1200 }],
    ...more
  }: Omit<Columns<'dish'>, 'prices' | 'contains' | 'free' | 'diets'> & {
    contains?: AllergenCode[]
    free?: AllergenCode[]
    conflicts?: AllergenCode[]
    diets?: Diet[]
    isConfirmed?: boolean
    prices?: Price[]
  } = {},
): Promise<{ dishId: string; name: string }> {
  const { db, clock } = house.cloud
  const dishId = newId(clock())
  const name = more.name ?? `家常菜${++made}`
  const labels: DishLabels = { contains, free, conflicts, diets }
  const confirmed = isConfirmed
    ? {
        confirmedAt: new Date(clock()),
        confirmedBy: more.confirmedBy ?? (await givenPerson(house, org, { duties: ['kitchen'] })).personId,
      }
    : { confirmedAt: null, confirmedBy: null }
  await db
    .insertInto('dish')
    .values({
      orgId: org.orgId,
      dishId,
      hasProblems: !isConfirmed || conflicts.length > 0,
      createdAt: new Date(clock()),
      ...more,
      name,
      contains,
      free,
      diets,
      labels: JSON.stringify(labels),
      prices: JSON.stringify(prices),
      ...confirmed,
    })
    .execute()
  return { dishId, name }
}

interface OnDay extends Org {
  canteenId: string
  day: Day
}

/** A published day; without anything served unless sittings and servings are given too. Its draft is empty. */
export async function givenMenuDay(
  { cloud: { db, clock } }: TestCloud,
  { orgId, canteenId, day }: OnDay,
  { isClosed = false, note = '' }: Partial<{ isClosed: boolean; note: string }> = {},
): Promise<void> {
  const at = new Date(clock())
  const draft = JSON.stringify({ isClosed, note, mealPlaces: [], lines: [] })
  const published = { isClosed, note, published: draft, publishedAt: at, changedAt: at }
  await db
    .insertInto('menuDay')
    .values({ orgId, canteenId, day, draft, ...published })
    .onConflict((c) => c.columns(['orgId', 'canteenId', 'day']).doNothing())
    .execute()
}

/** A meal of a published day, at the hours of `usualMeals` (supper until midnight) unless instants are given. */
export async function givenSitting(
  house: TestCloud,
  { orgId, canteenId, day }: OnDay,
  { meal = 'lunch', ...more }: Omit<Columns<'sitting'>, 'meal'> & { meal?: MealWord } = {},
): Promise<string> {
  const { db, clock } = house.cloud
  const hours = usualMeals.find((usual) => usual.meal === meal)
  const { opensMinute, closesMinute, cutoffDays, cutoffMinute } = hours ?? {
    opensMinute: 1320,
    closesMinute: 1440,
    cutoffDays: 0,
    cutoffMinute: 1200,
  }
  await givenMenuDay(house, { orgId, canteenId, day })
  const at = (onDay: Day, minute: number) => new Date(instantAt(onDay, minute, zone))
  const sittingId = newId(clock())
  await db
    .insertInto('sitting')
    .values({
      orgId,
      sittingId,
      canteenId,
      day,
      meal,
      opensAt: at(day, opensMinute),
      closesAt: at(day, closesMinute),
      cutoffAt: at(addDays(day, -cutoffDays), cutoffMinute),
      ...more,
    })
    .execute()
  return sittingId
}

/** A dish on a published day, at a window of the sitting's canteen: the first one unless given. */
export async function givenServing(
  { cloud: { db, clock } }: TestCloud,
  { orgId }: Org,
  {
    sittingId,
    prices = [{ role: 'employee', fen: 1200 }],
    ...more
  }: Omit<Columns<'serving'>, 'prices'> & { sittingId: string; dishId: string; prices?: Price[] },
): Promise<string> {
  const servingId = newId(clock())
  const { canteenId, day } = await db
    .selectFrom('sitting')
    .select(['canteenId', 'day'])
    .where('orgId', '=', orgId)
    .where('sittingId', '=', sittingId)
    .executeTakeFirstOrThrow()
  const window = db
    .selectFrom('canteenWindow')
    .select('windowId')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .orderBy('sortOrder')
    .limit(1)
  const windowId = more.windowId ?? (await window.executeTakeFirstOrThrow()).windowId
  await db
    .insertInto('serving')
    .values({
      orgId,
      servingId,
      sittingId,
      canteenId,
      day,
      ...more,
      windowId,
      prices: JSON.stringify(prices),
      createdAt: new Date(clock()),
    })
    .execute()
  return servingId
}

/** What somebody answered to a meal, as it stands in the tables: the places are not counted. */
export async function givenAnswer(
  { cloud: { db, clock } }: TestCloud,
  { orgId }: Org,
  {
    sittingId,
    personId,
    answer = 'eats',
    portion = 'full',
    servingIds = [],
  }: { sittingId: string; personId: string; answer?: 'eats' | 'skips'; portion?: Portion; servingIds?: string[] },
): Promise<void> {
  const { day, meal } = await db
    .selectFrom('sitting')
    .select(['day', 'meal'])
    .where('orgId', '=', orgId)
    .where('sittingId', '=', sittingId)
    .executeTakeFirstOrThrow()
  const who = { orgId, personId, day, meal, sittingId, byId: personId }
  await db
    .insertInto('mealAnswer')
    .values({ ...who, answer, portion, servingIds, answeredAt: new Date(clock()) })
    .execute()
}
