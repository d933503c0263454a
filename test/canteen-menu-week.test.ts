import { getMenuWeek, markFavourite } from '../contract/canteen'
import { markSoldOut } from '../contract/canteen-headcount'
import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import { rateServing } from '../contract/canteen-ratings'
import { instantAt } from '../contract/zone'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { givenOrg, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Monday, 2026-11-23, 08:00 in +08:00. */
const now = Date.UTC(2026, 10, 23)
const [monday, tuesday] = ['2026-11-23', '2026-11-24'] as const

let house: TestCloud
let kitchen: Kitchen
let diner: Diner

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  kitchen = await startKitchen(house, { name: '二食堂' })
  diner = await kitchen.diner()
})
afterAll(() => house.end())

const week = async (input: { canteenId?: string; day?: string } = {}, { token } = diner) =>
  house.call(getMenuWeek, input, { token })

test('a week has seven days, whatever is published, and every dish once', async () => {
  const meat = await kitchen.line('lunch', '红烧肉', { notes: ['微辣'] })
  for (const day of [monday, tuesday]) await kitchen.publish(day, [meat, await kitchen.line('dinner', '红烧肉')])
  const { value } = await week({ day: '2026-11-29' })
  expect(value).toMatchObject({ from: monday, today: monday, canteenId: kitchen.canteenId, changes: [] })
  expect(value?.days.map(({ day, status }) => `${day} ${status}`)).toEqual([
    '2026-11-23 open',
    '2026-11-24 open',
    ...[25, 26, 27, 28, 29].map((date) => `2026-11-${date} noData`),
  ])
  expect(value?.dishes).toMatchObject([{ name: '红烧肉', isNew: true, isFavourite: false, labels: { contains: [] } }])
  expect(value?.days[0]?.sittings.map(({ meal }) => meal)).toEqual(['lunch', 'dinner'])
  expect(value?.days[0]?.sittings[0]?.servings).toMatchObject([
    { window: '一号窗口', notes: ['微辣'], isSoldOut: false },
  ])
})

test('an institution without a canteen is told just that, and no canteen but its own', async () => {
  const org = await givenOrg(house)
  const stranger = await signedInAs(house, org)
  const { value } = await week({}, stranger)
  expect(value).toMatchObject({ canteens: [], dishes: [], changes: [] })
  expect(value?.canteenId).toBeUndefined()
  expect(value?.days.every(({ status }) => status === 'noData')).toBe(true)
  expect((await week({ canteenId: kitchen.canteenId }, stranger)).refusal).toBe('NO_SUCH_CANTEEN')
})

test('a diner sees the canteen where they ate last, whoever eats nowhere the first one by name', async () => {
  const other = await startKitchen(house, { name: '三食堂' }, kitchen)
  await startKitchen(house, { name: '一食堂', isRetired: true }, kitchen)
  await other.publish(monday, [await other.line('lunch', '红烧肉')])
  const first = (await week()).value
  expect(first?.canteens.map(({ name }) => name)).toEqual(['三食堂', '二食堂'])
  expect(first?.canteenId).toBe(other.canteenId)
  await kitchen.publish(tuesday, [await kitchen.line('lunch', '红烧肉')])
  const at = { canteenId: kitchen.canteenId, day: tuesday, meal: 'lunch' as const }
  await house.call(reserveMeal, at, diner)
  expect((await week()).value?.canteenId).toBe(kitchen.canteenId)
  await house.call(declineMeal, at, diner)
  expect((await week()).value?.canteenId).toBe(other.canteenId)
})

test('what is mine is mine alone: answers, stars and favourites', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉', { hasHalf: true, places: 3 })])
  const lunch = async (whose = diner) => (await week({}, whose)).value?.days[0]?.sittings[0]
  const servingId = (await lunch())?.servings[0]?.servingId ?? ''
  const wish = { canteenId: kitchen.canteenId, day: monday, meal: 'lunch' as const }
  await house.call(reserveMeal, { ...wish, portion: 'half', servingIds: [servingId] }, diner)
  await house.call(markFavourite, { dishId: await kitchen.dish('红烧肉'), isFavourite: true }, diner)
  house.setNow(instantAt(monday, 700, '+08:00'))
  await house.call(rateServing, { servingId, stars: 4 }, diner)
  expect(await lunch()).toMatchObject({
    mine: { answer: 'eats', portion: 'half', servingIds: [servingId] },
    servings: [{ myStars: 4, placesLeft: 2 }],
  })
  expect((await week()).value?.dishes).toMatchObject([{ isFavourite: true, score: { ratings: 1 } }])
  const other = await kitchen.diner('旁人')
  const theirs = await lunch(other)
  expect(theirs?.mine).toBeUndefined()
  expect(theirs?.servings).toMatchObject([{ placesLeft: 2 }])
  expect(theirs?.servings[0]?.myStars).toBeUndefined()
  expect((await week({}, other)).value?.dishes).toMatchObject([{ isFavourite: false }])
})

test('sold out is said at the window, and taken back there; nobody chooses what is sold out', async () => {
  await kitchen.publish(tuesday, [await kitchen.line('lunch', '红烧肉')])
  const serving = async () => (await week()).value?.days[1]?.sittings[0]?.servings[0]
  const servingId = (await serving())?.servingId ?? ''
  const mark = (isSoldOut: boolean) => house.call(markSoldOut, { servingId, isSoldOut }, kitchen.cook)
  expect((await mark(true)).value).toEqual({ servingId, isSoldOut: true })
  expect(await serving()).toMatchObject({ isSoldOut: true })
  const wish = { canteenId: kitchen.canteenId, day: tuesday, meal: 'lunch' as const, servingIds: [servingId] }
  expect((await house.call(reserveMeal, wish, diner)).refusal).toBe('NO_PLACES_LEFT')
  await mark(false)
  expect(await serving()).toMatchObject({ isSoldOut: false })
  expect((await house.call(reserveMeal, wish, diner)).value?.servingIds).toEqual([servingId])
  const unknown = { servingId: crypto.randomUUID(), isSoldOut: true }
  expect((await house.call(markSoldOut, unknown, kitchen.cook)).refusal).toBe('NO_SUCH_SERVING')
  expect((await house.call(markSoldOut, { servingId, isSoldOut: true }, diner)).fault).toBe('FORBIDDEN')
})

test('prices are those of the line, else the dish’s own as they were when it was published', async () => {
  const own = [{ role: 'employee' as const, fen: 900, halfFen: 500 }]
  await kitchen.publish(monday, [
    await kitchen.line('lunch', '红烧肉'),
    await kitchen.line('lunch', '青菜', { prices: own }),
  ])
  await house.cloud.pool.query('UPDATE dish SET prices = $1 WHERE dish_id = ANY ($2)', [
    JSON.stringify([{ role: 'employee', fen: 9900 }]),
    [await kitchen.dish('红烧肉'), await kitchen.dish('青菜')],
  ])
  const servings = (await week()).value?.days[0]?.sittings[0]?.servings ?? []
  expect(servings.map(({ prices }) => prices)).toEqual([[{ role: 'employee', fen: 1200 }], own])
})
