import { getMenuWeek, markFavourite } from '../contract/canteen'
import { type CanteenRecord, confirmLabels, listCanteens, saveCanteen, saveDish } from '../contract/canteen-dishes'
import { markSoldOut } from '../contract/canteen-headcount'
import { reserveMeal } from '../contract/canteen-meals'
import { editRating, rateServing, withdrawRating } from '../contract/canteen-ratings'
import type { ValueOf } from '../contract/procedure'
import { instantAt } from '../contract/zone'
import { judgeDishes } from '../functions/canteen/judge-dishes'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Monday, 2026-11-23, 12:00 in +08:00: lunch is being served. */
const now = instantAt('2026-11-23', 720, '+08:00')
const [monday, tuesday] = ['2026-11-23', '2026-11-24'] as const

/** Where diners look, and where everything is changed: two processes on one database. */
let house: TestCloud
let office: TestCloud
let kitchen: Kitchen
let diner: Diner
let canteenId: string
let readAnew: jest.SpyInstance

beforeAll(async () => {
  house = await startCloud({ now })
  office = await startCloud({ now, database: house.database })
  readAnew = jest.spyOn(house.cloud.pool, 'query')
})
beforeEach(async () => {
  for (const each of [house, office]) each.setNow(now)
  kitchen = await startKitchen(office)
  diner = await kitchen.diner()
  canteenId = kitchen.canteenId
  const lunch = [
    await kitchen.line('lunch', '红烧肉', { places: 5, hasHalf: true }),
    await kitchen.line('lunch', '青菜'),
  ]
  await kitchen.publish(monday, lunch)
  await kitchen.publish(tuesday, lunch)
})
afterEach(() => readAnew.mockClear())
afterAll(async () => {
  readAnew.mockRestore()
  await office.end()
  await house.end()
})

type Week = ValueOf<typeof getMenuWeek>
async function weekIn(where: TestCloud, { token } = diner): Promise<Week> {
  const { value } = await where.call(getMenuWeek, { canteenId, day: monday }, { token })
  if (!value) throw new Error('no week')
  return value
}
const lunchOf = ({ days }: Week, day = 1) => days[day]?.sittings[0]
const dishOf = ({ dishes }: Week, name: string) => dishes.find((dish) => dish.name === name)
const timesRead = (name = 'menu-week-servings') =>
  readAnew.mock.calls.filter(([statement]) => (statement as { name?: string }).name === name).length

/** Changes something in the office while the week is kept, and gives what the diner's next look shows: it must be the truth. */
async function seenAfter(change: () => Promise<unknown>): Promise<{ before: Week; after: Week; reads: number }> {
  const before = await weekIn(house)
  readAnew.mockClear()
  const answer = (await change()) as { refusal?: string; fault?: string } | undefined
  if (answer?.refusal || answer?.fault) throw new Error(JSON.stringify(answer))
  const after = await weekIn(house)
  const reads = timesRead()
  expect(after).not.toEqual(before)
  const newborn = await startCloud({ now: house.cloud.clock(), database: house.database })
  expect(after).toEqual(await weekIn(newborn).finally(() => newborn.end()))
  return { before, after, reads }
}
const servingOf = async (name: string, day = 1) => {
  const week = await weekIn(house)
  const dishId = dishOf(week, name)?.dishId
  return lunchOf(week, day)?.servings.find((serving) => serving.dishId === dishId)?.servingId ?? ''
}
const asCook = () => ({ token: kitchen.cook.token })
const saveWindows = async (rename: (name: string) => string, more: Partial<CanteenRecord> = {}) => {
  const canteens = (await office.call(listCanteens, {}, asCook())).value?.canteens ?? []
  const { owner, ...known } = canteens.find((one) => one.canteenId === canteenId) as CanteenRecord
  const windows = known.windows.map(({ windowId, name }) => ({ windowId, name: rename(name) }))
  return office.call(saveCanteen, { ...known, windows, ...more }, asCook())
}

test('a week that nobody changed is read once, whoever asks; what is mine is never in it', async () => {
  await office.call(reserveMeal, { canteenId, day: tuesday, meal: 'lunch' }, diner)
  const other = await kitchen.diner('旁人')
  await Promise.all([weekIn(house), weekIn(house, other), weekIn(house)])
  expect(lunchOf(await weekIn(house))?.mine).toMatchObject({ answer: 'eats' })
  expect(lunchOf(await weekIn(house, other))?.mine).toBeUndefined()
  expect(timesRead()).toBe(1)
  expect(timesRead('votes-of-dishes')).toBe(1)
})

test('labels confirmed anew, or judged anew by the lexicon, are seen on the very next look', async () => {
  const dishId = await kitchen.dish('红烧肉')
  const confirmed = await seenAfter(async () => {
    const dish = await office.call(saveDish, { dishId, name: '红烧肉', ingredients: ['猪肉', '花生'] }, asCook())
    const { labelRevision = 0 } = dish.value ?? {}
    return office.call(confirmLabels, { dishId, labelRevision, contains: ['fish'], free: [], diets: [] }, asCook())
  })
  expect(dishOf(confirmed.before, '红烧肉')?.labels.free).toContain('peanuts')
  expect(dishOf(confirmed.after, '红烧肉')?.labels.contains).toEqual(expect.arrayContaining(['fish', 'peanuts']))
  await office.cloud.pool.query(
    `UPDATE dish SET labels = '{"contains":[],"free":["peanuts"],"conflicts":[],"diets":[]}',
    judged_by = 'another' WHERE dish_id = $1`,
    [dishId],
  )
  const judged = await seenAfter(() => judgeDishes(office.cloud))
  expect(dishOf(judged.before, '红烧肉')?.labels.free).toEqual(['peanuts'])
  expect(dishOf(judged.after, '红烧肉')?.labels.free).toEqual([])
})

test('what is published, taken off, closed or opened again is seen at once, a mere draft never', async () => {
  const soup = await kitchen.line('lunch', '冬瓜汤')
  const before = await weekIn(house)
  await kitchen.draft(tuesday, [soup])
  expect(await weekIn(house)).toEqual(before)
  expect(timesRead()).toBe(1)
  const added = await seenAfter(() => kitchen.publish(tuesday, [soup]))
  expect(added.after.dishes.map(({ name }) => name)).toContain('冬瓜汤')
  expect(added.after.changes.length).toBeGreaterThan(0)
  const closed = await seenAfter(() => kitchen.publish(tuesday, [], { isClosed: true, note: '停水' }))
  expect(closed.after.days[1]).toMatchObject({ status: 'closed', note: '停水', sittings: [] })
  const open = await seenAfter(() => kitchen.publish(tuesday, [{ ...soup, notes: ['微辣'] }]))
  expect(lunchOf(open.after)?.servings).toMatchObject([{ notes: ['微辣'] }])
})

test('another name of a dish, a window or the canteen is seen at once; a retired dish stays where it is published', async () => {
  const dishId = await kitchen.dish('青菜')
  const renamed = await seenAfter(() => office.call(saveDish, { dishId, name: '蒜蓉青菜', spice: 1 }, asCook()))
  expect(dishOf(renamed.after, '蒜蓉青菜')).toMatchObject({ dishId, spice: 1 })
  const windows = await seenAfter(() => saveWindows((name) => `新${name}`))
  expect(lunchOf(windows.after)?.servings[0]?.window).toBe('新一号窗口')
  const named = await seenAfter(() => saveWindows((name) => name, { name: '北食堂' }))
  expect(named.after.canteens).toEqual([{ canteenId, name: '北食堂' }])
  const wish = { dishId: await kitchen.dish('红烧肉'), name: '停用的红烧肉', isRetired: true }
  const retired = await seenAfter(() => office.call(saveDish, wish, asCook()))
  expect(dishOf(retired.after, '停用的红烧肉')).toBeDefined()
})

test('places, sold out, favourites and stars are of this moment, without the week being read anew for them', async () => {
  const [meat, today] = [await servingOf('红烧肉'), await servingOf('红烧肉', 0)]
  const wish = { canteenId, day: tuesday, meal: 'lunch' as const, servingIds: [meat] }
  const reserved = await seenAfter(async () => office.call(reserveMeal, wish, await kitchen.diner('旁人')))
  expect(lunchOf(reserved.after)?.servings[0]).toMatchObject({ placesLeft: 4 })
  const mine = await seenAfter(() => office.call(reserveMeal, { ...wish, portion: 'half' }, diner))
  expect(lunchOf(mine.after)?.mine).toEqual({ answer: 'eats', portion: 'half', servingIds: [meat] })
  const gone = await seenAfter(() => office.call(markSoldOut, { servingId: meat, isSoldOut: true }, asCook()))
  expect(lunchOf(gone.after)?.servings.map(({ isSoldOut }) => isSoldOut)).toEqual([true, false])
  const back = await seenAfter(() => office.call(markSoldOut, { servingId: meat, isSoldOut: false }, asCook()))
  const dishId = await kitchen.dish('青菜')
  const liked = await seenAfter(() => office.call(markFavourite, { dishId, isFavourite: true }, diner))
  let ratingId = ''
  const rated = await seenAfter(async () => {
    const answer = await office.call(rateServing, { servingId: today, stars: 2 }, diner)
    ratingId = answer.value?.ratingId ?? ''
    return answer
  })
  expect(dishOf(rated.after, '红烧肉')?.score).toEqual({ mean: 2, ratings: 1 })
  expect(lunchOf(rated.after, 0)?.servings[0]?.myStars).toBe(2)
  const edited = await seenAfter(() => office.call(editRating, { ratingId, stars: 5 }, diner))
  const taken = await seenAfter(() => office.call(withdrawRating, { ratingId }, diner))
  expect(dishOf(taken.after, '红烧肉')?.score).toBeUndefined()
  for (const { reads } of [reserved, mine, gone, back, liked, rated, edited, taken]) expect(reads).toBe(0)
})

test('after midnight a kept week tells new dishes and changes by the new day', async () => {
  await kitchen.publish(tuesday, [await kitchen.line('lunch', '青菜')])
  const tomorrow = now + 86_400_000
  const { after } = await seenAfter(async () => house.setNow(tomorrow))
  expect(dishOf(after, '青菜')?.lastServedOn).toBe(monday)
  for (const each of [house, office]) each.setNow(now + 7 * 86_400_000 - 1)
  diner = await kitchen.diner('旁人')
  expect((await weekIn(house)).changes).not.toEqual([])
  const gone = await seenAfter(async () => house.setNow(now + 7 * 86_400_000))
  expect(gone).toMatchObject({ after: { changes: [] }, reads: 0 })
})

test('what one institution changes makes no other read its weeks anew, and a change that is undone none at all', async () => {
  const before = await weekIn(house)
  readAnew.mockClear()
  const other = await startKitchen(office)
  await other.publish(monday, [await other.line('lunch', '别家的菜')])
  await office.cloud.db
    .transaction()
    .execute(async (db) => {
      await db
        .updateTable('dish')
        .set({ name: '没有的菜' })
        .where('orgId', '=', kitchen.org.orgId)
        .where('name', '=', '青菜')
        .execute()
      throw new Error('undone')
    })
    .catch(() => undefined)
  expect(await weekIn(house)).toEqual(before)
  expect(timesRead()).toBe(0)
})

test.each([
  ['a day', `UPDATE menu_day SET note = '停水' WHERE canteen_id = $1 AND day = '2026-11-24'`],
  ['a day taken back', `UPDATE menu_day SET published_at = NULL WHERE canteen_id = $1 AND day = '2026-11-24'`],
  ['a lost day', `DELETE FROM menu_day WHERE canteen_id = $1 AND day = '2026-11-24'`],
  ['the hours of a meal', `UPDATE sitting SET closes_at = closes_at + interval '1 hour' WHERE canteen_id = $1`],
  ['the notes of a dish', `UPDATE serving SET notes = '{微辣}' WHERE canteen_id = $1`],
  ['a dish without limit', 'UPDATE serving SET places = NULL, taken = 0 WHERE canteen_id = $1'],
  [
    'a change told',
    `INSERT INTO menu_change (org_id, change_id, canteen_id, day, kind, at, by_id)
      SELECT org_id, gen_random_uuid(), canteen_id, day, 'updated', '2026-11-23T03:00Z', gen_random_uuid() FROM menu_day
      WHERE canteen_id = $1`,
  ],
])('%s mended by hand in the database is seen as well', async (_what, statement) => {
  const { reads } = await seenAfter(() => office.cloud.pool.query(statement, [canteenId]))
  expect(reads).toBe(1)
})
