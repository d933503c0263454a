import { getDish, listDishes, markFavourite } from '../contract/canteen'
import { type DishRecord, listDishRecords, saveDish } from '../contract/canteen-dishes'
import { bayesianMean } from '../contract/canteen-score'
import type { InputOf } from '../contract/procedure'
import { newId } from '../functions/secrets'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { givenCanteen, givenDish, givenServing, givenSitting } from './support/given-canteen'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let canteenId: string
let staff: { token: string; personId: string }
let kitchen: string
/** Friday, 12:00 in the institution's zone: lunch is being served. */
const noon = Date.UTC(2026, 10, 20, 4)

beforeAll(async () => {
  house = await startCloud({ now: noon })
})
beforeEach(async () => {
  house.setNow(noon)
  org = await givenOrg(house)
  canteenId = (await givenCanteen(house, org, { name: '一食堂' })).canteenId
  staff = await signedInAs(house, org)
  kitchen = (await signedInAs(house, org, ['kitchen'])).token
})
afterAll(() => house.end())

/** A dish that was or will be served for lunch on these days; the id of each serving. */
async function served(name: string, days: readonly string[], more: Parameters<typeof givenDish>[2] = {}) {
  const { dishId } = await givenDish(house, org, { name, ...more })
  const servingIds: string[] = []
  for (const day of days) {
    const at = { ...org, canteenId, day }
    const known = await house.cloud.db
      .selectFrom('sitting')
      .select('sittingId')
      .where('canteenId', '=', canteenId)
      .where('day', '=', day)
      .executeTakeFirst()
    const sittingId = known?.sittingId ?? (await givenSitting(house, at))
    servingIds.push(await givenServing(house, org, { sittingId, dishId }))
  }
  return { dishId, servingIds }
}

/** Votes of so many people, each of somebody new; of the first they are `by`. */
async function rated(serving: { dishId: string; servingIds: string[] }, stars: readonly number[], by?: string) {
  const where = { orgId: org.orgId, canteenId, dishId: serving.dishId, servingId: serving.servingIds[0] ?? '' }
  for (const [i, given] of stars.entries()) {
    const personId = i === 0 && by ? by : (await givenPerson(house, org)).personId
    await house.cloud.db
      .insertInto('rating')
      .values({ ...where, ratingId: newId(noon), day: '2026-11-20', personId, stars: given, ratedAt: new Date(noon) })
      .execute()
  }
}

const show = async (dishId: string) => (await house.call(getDish, { dishId }, { token: staff.token })).value
const list = async (wish: InputOf<typeof listDishes> = {}) =>
  (await house.call(listDishes, wish, { token: staff.token })).value?.items ?? []
const names = async (wish: InputOf<typeof listDishes> = {}) => (await list(wish)).map(({ name }) => name)

test('A dish shows its stars with how many gave them: three fives do not beat many fours and fives', async () => {
  const three = await served('三票', ['2026-11-20'])
  const many = await served('多票', ['2026-11-20'])
  const bad = await served('差评', ['2026-11-20'])
  const unknown = await served('无票', ['2026-11-20'])
  await rated(three, [5, 5, 5], staff.personId)
  const votes = [...Array(20).fill(5), 4, 4, 4]
  await rated(many, votes)
  await rated(bad, Array(10).fill(2))
  const overall = (15 + 112 + 20) / (3 + 23 + 10)
  const dish = await show(three.dishId)
  expect(dish?.score?.ratings).toBe(3)
  expect(dish?.score?.mean).toBeCloseTo(bayesianMean(15, 3, overall) ?? 0, 10)
  expect(dish?.distribution).toEqual([0, 0, 0, 0, 3])
  expect((await show(many.dishId))?.distribution).toEqual([0, 0, 0, 3, 20])
  expect(await show(unknown.dishId)).not.toHaveProperty('score')
  expect(await names()).toEqual(['多票', '三票', '差评', '无票'])
  // page by page it is the same list
  const first = await house.call(listDishes, { limit: 3 }, { token: staff.token })
  const rest = await house.call(listDishes, { limit: 3, cursor: first.value?.nextCursor }, { token: staff.token })
  expect([first.value?.items.length, rest.value?.items.map(({ name }) => name)]).toEqual([3, ['无票']])
})

test('A vote taken back no longer counts', async () => {
  const dish = await served('红烧肉', ['2026-11-20'])
  await rated(dish, [1, 5])
  await house.cloud.pool.query('UPDATE rating SET withdrawn_at = $1 WHERE dish_id = $2 AND stars = 1', [
    new Date(noon),
    dish.dishId,
  ])
  expect(await show(dish.dishId)).toMatchObject({ score: { mean: 5, ratings: 1 }, distribution: [0, 0, 0, 0, 1] })
})

test('A dish is new for fourteen days from its first day on a menu, and says when it was there last and is next', async () => {
  const old = await served('老菜', ['2026-11-06', '2026-11-18', '2026-11-20', '2026-11-23'])
  const fresh = await served('新菜', ['2026-11-07', '2026-11-20'])
  const coming = await served('下周菜', ['2026-11-24'])
  expect(await show(old.dishId)).toMatchObject({ isNew: false, lastServedOn: '2026-11-18' })
  expect(await show(fresh.dishId)).toMatchObject({ isNew: true, lastServedOn: '2026-11-07' })
  expect(await show(coming.dishId)).not.toHaveProperty('lastServedOn')
  expect(await names({ sort: 'new' })).toEqual(['下周菜', '新菜'])
  const nextOn = Object.fromEntries((await list()).map((dish) => [dish.name, dish.nextOn]))
  expect(nextOn).toEqual({ 老菜: '2026-11-20', 新菜: '2026-11-20', 下周菜: '2026-11-24' })
})

test('What was taken off the menu was never there', async () => {
  const { dishId } = await served('撤下的菜', ['2026-11-23'])
  await served('别的菜', ['2026-11-23'])
  await house.cloud.pool.query('UPDATE serving SET removed_at = $1 WHERE dish_id = $2', [new Date(noon), dishId])
  expect(await names()).toEqual(['别的菜'])
  expect((await show(dishId))?.upcoming).toEqual([])
})

test('A dish shows where it is on next, and the newest time it may be rated: after a week no more, unless one has', async () => {
  const dish = await served('土豆牛腩', ['2026-11-12', '2026-11-19', '2026-11-20', '2026-11-23'])
  const shown = await show(dish.dishId)
  expect(shown?.upcoming.map(({ day, canteen, meal }) => `${day} ${canteen} ${meal}`)).toEqual([
    '2026-11-20 一食堂 lunch',
    '2026-11-23 一食堂 lunch',
  ])
  expect(shown?.rateable).toMatchObject({ servingId: dish.servingIds[2], day: '2026-11-20' })
  expect(shown?.rateable).not.toHaveProperty('myStars')
  // before its doors open today's cannot be rated yet
  house.setNow(noon - 3_600_000)
  expect((await show(dish.dishId))?.rateable).toMatchObject({ servingId: dish.servingIds[1] })
  house.setNow(noon)

  const weekOld = await served('上周的菜', ['2026-11-12'])
  expect(await show(weekOld.dishId)).not.toHaveProperty('rateable')
  await rated(weekOld, [4], staff.personId)
  expect((await show(weekOld.dishId))?.rateable).toMatchObject({ servingId: weekOld.servingIds[0], myStars: 4 })
})

test('Favourites are mine alone, the newest first, and go as they came', async () => {
  const [one, two] = [await served('甲菜', ['2026-11-20']), await served('乙菜', ['2026-11-20'])]
  const mark = (dishId: string, isFavourite: boolean) =>
    house.call(markFavourite, { dishId, isFavourite }, { token: staff.token })
  await mark(one.dishId, true)
  house.setNow(noon + 1000)
  await mark(two.dishId, true)
  await mark(two.dishId, true)
  expect(await names({ sort: 'favourite' })).toEqual(['乙菜', '甲菜'])
  expect(await show(one.dishId)).toMatchObject({ isFavourite: true })
  const { token } = await signedInAs(house, org)
  expect((await house.call(listDishes, { sort: 'favourite' }, { token })).value?.items).toEqual([])
  await mark(two.dishId, false)
  expect(await names({ sort: 'favourite' })).toEqual(['甲菜'])
  expect((await mark(crypto.randomUUID(), true)).refusal).toBe('NO_SUCH_DISH')
})

describe('The kitchen', () => {
  const records = async (wish: InputOf<typeof listDishRecords> = {}) =>
    (await house.call(listDishRecords, wish, { token: kitchen })).value
  const save = (wish: InputOf<typeof saveDish>) => house.call(saveDish, wish, { token: kitchen })
  const made = async (wish: InputOf<typeof saveDish>) => (await save(wish)).value as DishRecord

  test('finds a dish by a part of its name, its pinyin or its initials, and staff do too', async () => {
    const { dishId } = await made({ name: '宫保鸡丁' })
    await made({ name: '鱼香肉丝' })
    for (const query of ['鸡丁', 'gongbao', 'GBJD', ' 宫保 鸡丁 ']) {
      expect([query, (await records({ query }))?.items.map(({ name }) => name)]).toEqual([query, ['宫保鸡丁']])
    }
    expect((await records({ query: '%' }))?.items).toEqual([])
    // staff find what has been on a menu
    expect(await names({ query: 'gbjd' })).toEqual([])
    const sittingId = await givenSitting(house, { ...org, canteenId, day: '2026-11-20' })
    await givenServing(house, org, { sittingId, dishId })
    expect(await names({ query: 'gbjd' })).toEqual(['宫保鸡丁'])
  })

  test('sees its dishes page by page, those that could not be published alone, the retired only when asked', async () => {
    await givenDish(house, org, { name: '可以发布' })
    const retired = await made({ name: '停用的菜' })
    await save({ dishId: retired.dishId, name: '停用的菜', isRetired: true })
    for (const name of ['甲', '乙', '丙']) await made({ name })
    expect(await records({ limit: 1 })).toMatchObject({ total: 4 })
    expect((await records({ hasProblems: true }))?.items.map(({ name }) => name)).toEqual(['丙', '甲', '乙'])
    expect((await records({ hasProblems: false }))?.items.map(({ name }) => name)).toEqual(['可以发布'])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await records({ limit: 2, withRetired: true, cursor })
      seen.push(...(page?.items ?? []).map(({ name }) => name))
      cursor = page?.nextCursor
    } while (cursor)
    expect([seen.length, new Set(seen).size, seen.at(-1)]).toEqual([5, 5, '停用的菜'])
  })

  test('gives a dish another name and it keeps its ratings; a name is taken once among dishes in use', async () => {
    const dish = await served('狮子头', ['2026-11-20'])
    await rated(dish, [5, 4])
    const renamed = await save({ dishId: dish.dishId, name: '清炖狮子头' })
    expect(renamed.value).toMatchObject({ dishId: dish.dishId, name: '清炖狮子头', score: { ratings: 2 } })
    const both = await Promise.all([save({ name: '新菜' }), save({ name: '新菜' })])
    expect(both.map(({ refusal }) => refusal).sort()).toEqual(['NAME_TAKEN', undefined])
    expect((await save({ dishId: dish.dishId, name: '新菜' })).refusal).toBe('NAME_TAKEN')
    expect((await save({ dishId: crypto.randomUUID(), name: '没有的菜' })).refusal).toBe('NO_SUCH_DISH')
    const first = both.find(({ value }) => value)?.value?.dishId
    await save({ dishId: first, name: '新菜', isRetired: true })
    expect((await save({ name: '新菜' })).value).toBeDefined()
  })
})
