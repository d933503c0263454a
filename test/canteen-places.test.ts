import { getMenuWeek } from '../contract/canteen'
import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import { publishMenu } from '../contract/canteen-menus'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { miscountedPlaces } from './support/miscounted-places'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Saturday, 2026-11-21, 09:00 in +08:00. */
const now = Date.UTC(2026, 10, 21, 1)
const monday = '2026-11-23'

let house: TestCloud
let kitchen: Kitchen

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  kitchen = await startKitchen(house)
})
afterAll(() => house.end())

type At = Pick<Kitchen, 'canteenId'>
const reserve = ({ canteenId }: At, { token }: Diner, servingIds: string[] = []) =>
  house.call(reserveMeal, { canteenId, day: monday, meal: 'lunch', servingIds }, { token })
const decline = ({ canteenId }: At, { token }: Diner) =>
  house.call(declineMeal, { canteenId, day: monday, meal: 'lunch' }, { token })
const lunchOf = async ({ canteenId }: At) => {
  const { value } = await house.call(getMenuWeek, { canteenId, day: monday }, kitchen.cook)
  const [lunch] = value?.days[0]?.sittings ?? []
  if (!lunch) throw new Error('no lunch is published')
  return lunch
}
const many = (n: number) => Promise.all(Array.from({ length: n }, (_, i) => kitchen.diner(`同事${i}`)))

const miscounted = () => miscountedPlaces(house, kitchen.org.orgId)

test('500 people want 49 places at the same moment: 49 have one, everybody else is told that there is none', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')], {
    mealPlaces: [{ meal: 'lunch', places: 49 }],
  })
  const people = await many(500)
  const outcomes = await Promise.all(people.map((person) => reserve(kitchen, person)))
  expect(outcomes.filter(({ value }) => value?.answer === 'eats')).toHaveLength(49)
  expect(outcomes.filter(({ refusal }) => refusal === 'NO_PLACES_LEFT')).toHaveLength(451)
  expect((await lunchOf(kitchen)).placesLeft).toBe(0)
  expect(await miscounted()).toEqual([])
  // one who does not come leaves a place for exactly one
  const [winner] = people.filter((_, i) => outcomes[i]?.value)
  const losers = people.filter((_, i) => !outcomes[i]?.value).slice(0, 20)
  if (!winner) throw new Error('nobody has a place')
  await decline(kitchen, winner)
  expect((await lunchOf(kitchen)).placesLeft).toBe(1)
  const again = await Promise.all(losers.map((person) => reserve(kitchen, person)))
  expect(again.filter(({ value }) => value)).toHaveLength(1)
  expect(await miscounted()).toEqual([])
})

test('a limited dish has its own places: 60 people, 10 portions, and the meal itself for everybody', async () => {
  await kitchen.publish(monday, [
    await kitchen.line('lunch', '红烧肉', { places: 10 }),
    await kitchen.line('lunch', '青菜'),
  ])
  const [meat = '', green = ''] = (await lunchOf(kitchen)).servings.map(({ servingId }) => servingId)
  const people = await many(60)
  const outcomes = await Promise.all(people.map((person) => reserve(kitchen, person, [meat, green])))
  expect(outcomes.filter(({ value }) => value)).toHaveLength(10)
  const full = outcomes.filter(({ refusal }) => refusal === 'NO_PLACES_LEFT')
  expect(full).toHaveLength(50)
  expect(full[0]?.detail).toEqual({ servingIds: [meat] })
  const without = await Promise.all(people.slice(0, 20).map((person) => reserve(kitchen, person, [green])))
  expect(without.every(({ value }) => value?.answer === 'eats')).toBe(true)
  expect(await miscounted()).toEqual([])
})

test('who keeps what they have needs no second place, also when the last one is gone', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉', { places: 1 })], {
    mealPlaces: [{ meal: 'lunch', places: 1 }],
  })
  const [meat = ''] = (await lunchOf(kitchen)).servings.map(({ servingId }) => servingId)
  const [first, second] = (await many(2)) as [Diner, Diner]
  for (let n = 0; n < 3; n++) expect((await reserve(kitchen, first, [meat])).value?.servingIds).toEqual([meat])
  expect((await reserve(kitchen, second)).refusal).toBe('NO_PLACES_LEFT')
  expect((await reserve(kitchen, first)).value?.servingIds).toEqual([])
  expect((await lunchOf(kitchen)).servings[0]?.placesLeft).toBe(1)
  expect(await miscounted()).toEqual([])
})

test('who moves to another canteen frees the place in the first, and keeps it when the second is full', async () => {
  const other = await startKitchen(house, {}, kitchen)
  const lines = [await kitchen.line('lunch', '红烧肉')]
  await kitchen.publish(monday, lines, { mealPlaces: [{ meal: 'lunch', places: 5 }] })
  await other.publish(monday, [await other.line('lunch', '红烧肉')], { mealPlaces: [{ meal: 'lunch', places: 1 }] })
  const [first, second] = (await many(2)) as [Diner, Diner]
  await reserve(kitchen, first)
  await reserve(kitchen, second)
  expect((await reserve(other, first)).value?.canteenId).toBe(other.canteenId)
  expect((await reserve(other, second)).refusal).toBe('NO_PLACES_LEFT')
  expect([(await lunchOf(kitchen)).placesLeft, (await lunchOf(other)).placesLeft]).toEqual([4, 0])
  await decline(kitchen, first)
  expect([(await lunchOf(kitchen)).placesLeft, (await lunchOf(other)).placesLeft]).toEqual([4, 1])
  expect(await miscounted()).toEqual([])
})

test('places can be lowered only to those that are taken, and unlimited ones are counted once they are limited', async () => {
  const line = await kitchen.line('lunch', '红烧肉')
  await kitchen.publish(monday, [line])
  const [meat = ''] = (await lunchOf(kitchen)).servings.map(({ servingId }) => servingId)
  for (const person of await many(3)) await reserve(kitchen, person, [meat])
  await kitchen.publish(monday, [{ ...line, places: 2 }], { mealPlaces: [{ meal: 'lunch', places: 2 }] })
  expect(await lunchOf(kitchen)).toMatchObject({ placesLeft: 0, servings: [{ placesLeft: 0 }] })
  const drafted = await kitchen.draft(monday, [{ ...line, places: 4 }], { mealPlaces: [{ meal: 'lunch', places: 9 }] })
  expect(drafted.hasChanges).toBe(true)
  await house.call(publishMenu, { canteenId: kitchen.canteenId, days: [monday] }, kitchen.cook)
  expect(await lunchOf(kitchen)).toMatchObject({ placesLeft: 6, servings: [{ placesLeft: 1 }] })
  expect(await miscounted()).toEqual([])
})
