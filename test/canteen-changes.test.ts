import { getMenuWeek, markFavourite } from '../contract/canteen'
import { listCanteens, saveCanteen } from '../contract/canteen-dishes'
import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import { publishMenu } from '../contract/canteen-menus'
import type { MealWord } from '../contract/canteen-words'
import { listNotices } from '../contract/people'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Saturday, 2026-11-21, 09:00 in +08:00. */
const now = Date.UTC(2026, 10, 21, 1)
const [sunday, monday, tuesday] = ['2026-11-22', '2026-11-23', '2026-11-24'] as const

let house: TestCloud
let kitchen: Kitchen
let diner: Diner
let stranger: Diner

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  kitchen = await startKitchen(house)
  diner = await kitchen.diner()
  stranger = await kitchen.diner('赵旁人')
})
afterAll(() => house.end())

const week = async (day: string = monday) =>
  (await house.call(getMenuWeek, { canteenId: kitchen.canteenId, day }, diner)).value
const servingOf = async (name: string, day: string = monday) => {
  const menu = await week(day)
  const dishId = await kitchen.dish(name)
  const servings = menu?.days
    .flatMap((each) => (each.day === day ? each.sittings : []))
    .flatMap((each) => each.servings)
  return servings?.find((each) => each.dishId === dishId)?.servingId ?? ''
}
const reserve = async (meal: MealWord, names: string[], { token } = diner) => {
  const servingIds = await Promise.all(names.map((name) => servingOf(name)))
  const answer = await house.call(
    reserveMeal,
    { canteenId: kitchen.canteenId, day: monday, meal, servingIds },
    { token },
  )
  expect(answer.value?.answer).toBe('eats')
}
const likes = async (name: string, { token } = diner) => {
  const { value } = await house.call(markFavourite, { dishId: await kitchen.dish(name), isFavourite: true }, { token })
  expect(value?.isFavourite).toBe(true)
}
const told = async (whom: Diner) =>
  ((await house.call(listNotices, {}, whom)).value?.items ?? []).map(({ title, body }) => `${title}｜${body}`)
const lunch = (...names: string[]) => Promise.all(names.map((name) => kitchen.line('lunch', name)))

describe('who is told of a change', () => {
  test('whoever is to eat in a canteen that is closed for good; nobody begins to, and one can take it back', async () => {
    await kitchen.publish(monday, await lunch('红烧肉'))
    await reserve('lunch', ['红烧肉'])
    const { value } = await house.call(listCanteens, {}, kitchen.cook)
    const record = value?.canteens.find(({ canteenId }) => canteenId === kitchen.canteenId)
    if (!record) throw new Error('no such canteen')
    const windows = record.windows.map(({ windowId, name }) => ({ windowId, name }))
    const closed = await house.call(saveCanteen, { ...record, windows, isRetired: true }, kitchen.cook)
    expect(closed.value?.isRetired).toBe(true)
    expect(await told(diner)).toEqual([
      `你报的餐有变化｜${record.name}已停用，你在那里报的餐不再供应，请改报别的食堂。`,
    ])
    expect(await told(stranger)).toEqual([])
    const at = { canteenId: kitchen.canteenId, day: monday, meal: 'lunch' } as const
    expect((await house.call(reserveMeal, at, stranger)).refusal).toBe('NO_SUCH_SITTING')
    expect((await house.call(declineMeal, at, diner)).value?.answer).toBe('skips')
  })

  test('whoever reserved the dish that is taken off, once, and nobody else', async () => {
    await kitchen.publish(monday, await lunch('红烧肉', '青菜'))
    await reserve('lunch', ['青菜'])
    await reserve('lunch', ['红烧肉'], stranger)
    const { told: count } = await kitchen.publish(monday, await lunch('红烧肉'))
    expect(count).toBe(1)
    expect(await told(diner)).toEqual(['你报的餐有变化｜11月23日 周一午餐你选的“青菜”撤下了，报的餐仍然有效。'])
    expect(await told(stranger)).toEqual([])
  })

  test('whoever eats a meal that is not held, moved, or held again', async () => {
    await kitchen.publish(monday, [...(await lunch('红烧肉')), await kitchen.line('dinner', '冬瓜')])
    await reserve('lunch', ['红烧肉'])
    await reserve('dinner', [], stranger)
    await kitchen.publish(monday, await lunch('红烧肉'))
    expect(await told(diner)).toEqual([])
    expect(await told(stranger)).toEqual(['你报的餐有变化｜11月23日 周一晚餐停供，你报的餐已取消，可以改报别的食堂。'])
    await house.cloud.pool.query(
      "UPDATE canteen_meal SET opens_minute = 700 WHERE canteen_id = $1 AND meal = 'lunch'",
      [kitchen.canteenId],
    )
    await house.call(publishMenu, { canteenId: kitchen.canteenId, days: [monday] }, kitchen.cook)
    expect(await told(diner)).toEqual(['你报的餐有变化｜11月23日 周一午餐改为 11:40–13:00 开餐。'])
    house.setNow(now + 60_000)
    await kitchen.publish(monday, [], { isClosed: true })
    expect((await told(diner))[0]).toContain('午餐因食堂休息停供，你报的餐已取消')
    house.setNow(now + 120_000)
    await kitchen.publish(monday, await lunch('红烧肉'))
    expect((await told(diner))[0]).toContain('午餐恢复供应，你之前报的餐重新有效')
    expect(await told(diner)).toHaveLength(3)
    expect(await told(stranger)).toHaveLength(1)
  })

  test('whoever has a favourite among what is added or taken off', async () => {
    await likes('青菜')
    await kitchen.publish(monday, await lunch('红烧肉'))
    expect(await told(diner)).toEqual([])
    await kitchen.publish(monday, await lunch('红烧肉', '青菜'))
    expect(await told(diner)).toEqual(['收藏的菜上菜单了｜11月23日 周一午餐有你收藏的“青菜”。'])
    house.setNow(now + 60_000)
    await kitchen.publish(monday, await lunch('红烧肉'))
    expect((await told(diner))[0]).toBe('收藏的菜有变化｜11月23日 周一午餐你收藏的“青菜”撤下了。')
    expect(await told(stranger)).toEqual([])
  })

  test('of other prices whoever chose the dish; of more places nobody', async () => {
    await kitchen.publish(monday, await lunch('红烧肉', '青菜'))
    await reserve('lunch', ['红烧肉'])
    const [meat, green] = await lunch('红烧肉', '青菜')
    const dearer = { ...meat, prices: [{ role: 'employee' as const, fen: 1500 }] } as typeof meat
    const rows = [dearer, green].flatMap((line) => line ?? [])
    expect(await kitchen.publish(monday, rows)).toMatchObject({ updated: 1, told: 1 })
    expect(await told(diner)).toEqual(['你报的餐有变化｜11月23日 周一午餐你选的“红烧肉”改了价格。'])
    const limited = rows.map((line) => ({ ...line, places: 20 }))
    expect(await kitchen.publish(monday, limited)).toMatchObject({ updated: 2, told: 0 })
    expect(await kitchen.publish(monday, [...limited].reverse())).toMatchObject({ updated: 0, told: 0 })
    expect(await told(diner)).toHaveLength(1)
  })

  test('once for all days, in one message, whatever happened on them', async () => {
    await likes('青菜')
    await likes('白菜')
    for (const day of [sunday, monday, tuesday]) await kitchen.draft(day, await lunch('青菜', '白菜'))
    const days = [sunday, monday, tuesday]
    const { value } = await house.call(publishMenu, { canteenId: kitchen.canteenId, days }, kitchen.cook)
    expect(value).toMatchObject({ days, added: 6, told: 1 })
    const messages = await told(diner)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('……共 6 处，请到食堂菜单里查看。')
  })

  test('not whoever has left, and nobody of a meal that is over', async () => {
    await kitchen.publish('2026-11-21', [...(await lunch('青菜')), await kitchen.line('dinner', '青菜')])
    await likes('青菜')
    await likes('青菜', stranger)
    await house.cloud.db
      .updateTable('person')
      .set({ status: 'left' })
      .where('personId', '=', stranger.personId)
      .execute()
    house.setNow(Date.UTC(2026, 10, 21, 6))
    expect(await kitchen.publish('2026-11-21', [await kitchen.line('dinner', '青菜')])).toMatchObject({ told: 0 })
    expect(await kitchen.publish('2026-11-21', await lunch('红烧肉'))).toMatchObject({ told: 1 })
    expect(await told(diner)).toEqual(['收藏的菜有变化｜11月21日 周六晚餐你收藏的“青菜”撤下了。'])
  })
})

test('what changed is listed for the phone to look through: added, updated and removed, the newest first', async () => {
  await kitchen.publish(monday, await lunch('红烧肉', '青菜'))
  expect((await week())?.changes).toEqual([])
  house.setNow(now + 60_000)
  const [meat] = await lunch('红烧肉')
  const dearer = { ...meat, notes: ['少辣'] } as Awaited<ReturnType<Kitchen['line']>>
  await kitchen.publish(monday, [dearer, ...(await lunch('白菜'))])
  const menu = await week()
  expect(menu?.changes.map(({ kind, dish, meal, fields }) => ({ kind, dish, meal, fields }))).toEqual(
    expect.arrayContaining([
      { kind: 'updated', dish: '红烧肉', meal: 'lunch', fields: ['notes'] },
      { kind: 'added', dish: '白菜', meal: 'lunch', fields: [] },
      { kind: 'removed', dish: '青菜', meal: 'lunch', fields: [] },
    ]),
  )
  expect(menu?.changes).toHaveLength(3)
  expect(menu?.days[0]).toMatchObject({
    changedAt: '2026-11-21T09:01:00+08:00',
    publishedAt: '2026-11-21T09:00:00+08:00',
  })
  house.setNow(now + 2 * 60_000)
  await kitchen.publish(monday, [], { isClosed: true })
  expect((await week())?.changes[0]).toMatchObject({ kind: 'removed', dish: '', fields: ['closed'] })
  house.setNow(now + 8 * 86_400_000)
  diner = await kitchen.diner()
  expect((await week())?.changes).toEqual([])
})

test('nothing that a kitchen asks or is told says what anybody must not eat', async () => {
  const { rows } = await house.cloud.pool.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name ~ 'avoid|intoleran'",
  )
  expect(rows).toEqual([])
})
