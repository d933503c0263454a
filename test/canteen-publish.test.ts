import { getMenuWeek } from '../contract/canteen'
import { getMenuDraft, publishMenu, saveMenuDay } from '../contract/canteen-menus'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { givenDish } from './support/given-canteen'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Saturday, 2026-11-21, 09:00 in +08:00. */
const now = Date.UTC(2026, 10, 21, 1)
const [sunday, monday, tuesday] = ['2026-11-22', '2026-11-23', '2026-11-24'] as const

let house: TestCloud
let kitchen: Kitchen
let diner: Diner

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  kitchen = await startKitchen(house)
  diner = await kitchen.diner()
})
afterAll(() => house.end())

const publish = (...days: string[]) => house.call(publishMenu, { canteenId: kitchen.canteenId, days }, kitchen.cook)
const dayOf = async (day: string) => {
  const { value } = await house.call(getMenuWeek, { canteenId: kitchen.canteenId, day }, diner)
  return value?.days.find((each) => each.day === day)
}
const rows = async (table: string) =>
  (await house.cloud.pool.query(`SELECT * FROM ${table} WHERE org_id = $1 AND day = $2`, [kitchen.org.orgId, monday]))
    .rows

test('staff see a day only once it is published: before that nothing is known of it', async () => {
  await kitchen.draft(monday, [await kitchen.line('lunch', '红烧肉')])
  expect(await dayOf(monday)).toMatchObject({ status: 'noData', sittings: [] })
  expect((await publish(monday)).value).toEqual({ days: [monday], added: 1, updated: 0, removed: 0, told: 0 })
  const menu = await dayOf(monday)
  expect(menu).toMatchObject({ status: 'open', publishedAt: '2026-11-21T09:00:00+08:00' })
  expect(menu?.changedAt).toBeUndefined()
  expect(menu?.sittings).toMatchObject([
    {
      meal: 'lunch',
      opensAt: '2026-11-23T11:20:00+08:00',
      closesAt: '2026-11-23T13:00:00+08:00',
      cutoffAt: '2026-11-23T09:00:00+08:00',
      servings: [{ window: '一号窗口', prices: [{ role: 'employee', fen: 1200 }] }],
    },
  ])
})

test('a closed day is known to be closed, which an unpublished one is not', async () => {
  await kitchen.publish(monday, [], { isClosed: true, note: '设备检修' })
  expect(await dayOf(monday)).toMatchObject({ status: 'closed', note: '设备检修', sittings: [] })
  expect(await dayOf(tuesday)).toMatchObject({ status: 'noData' })
})

test('supper may close after midnight, and answers may be wanted days before', async () => {
  const meals = [
    { meal: 'supper', opensMinute: 1320, closesMinute: 1530, isReservable: true, cutoffDays: 2, cutoffMinute: 1080 },
  ] as const
  kitchen = await startKitchen(house, { meals })
  diner = await kitchen.diner()
  await kitchen.publish(monday, [await kitchen.line('supper', '白粥')])
  expect((await dayOf(monday))?.sittings).toMatchObject([
    {
      opensAt: '2026-11-23T22:00:00+08:00',
      closesAt: '2026-11-24T01:30:00+08:00',
      cutoffAt: '2026-11-21T18:00:00+08:00',
    },
  ])
})

test('all days or none: one dish without confirmed labels keeps every day back, and is named with the reason', async () => {
  const { dishId } = await givenDish(house, kitchen.org, { name: '鱼香肉丝', isConfirmed: false })
  await kitchen.draft(sunday, [await kitchen.line('lunch', '红烧肉')])
  const line = await kitchen.line('lunch', '红烧肉')
  await kitchen.draft(monday, [line, { ...line, dishId }])
  const { refusal, detail } = await publish(sunday, monday)
  expect(refusal).toBe('LABELS_BLOCK')
  expect(detail?.dishes).toMatchObject([{ dishId, dish: '鱼香肉丝', problems: [{ kind: 'missing' }] }])
  expect(await dayOf(sunday)).toMatchObject({ status: 'noData' })
  // the kitchen saw it coming
  const { value } = await house.call(getMenuDraft, { canteenId: kitchen.canteenId, day: sunday }, kitchen.cook)
  expect(value?.days.map(({ problems }) => problems.length)).toEqual([0, 0, 0, 0, 0, 0, 0])
  const next = await house.call(getMenuDraft, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)
  expect(next.value?.days[0]?.problems).toMatchObject([{ dishId, problems: [{ kind: 'missing' }] }])
})

test('labels are judged at the moment of publishing, not as they were when the dish was saved', async () => {
  const { dishId } = await givenDish(house, kitchen.org, { name: '素炒鸡蛋', diets: ['vegan'], contains: ['eggs'] })
  await house.cloud.pool.query('UPDATE dish SET has_problems = false WHERE dish_id = $1', [dishId])
  await kitchen.draft(monday, [{ ...(await kitchen.line('lunch', '红烧肉')), dishId }])
  const { refusal, detail } = await publish(monday)
  expect(refusal).toBe('LABELS_BLOCK')
  expect(detail?.dishes).toMatchObject([{ dishId, problems: [{ kind: 'contradiction', diet: 'vegan' }] }])
})

test('what was retired after it was planned is not published, and says what to do', async () => {
  await kitchen.draft(monday, [await kitchen.line('lunch', '红烧肉'), await kitchen.line('lunch', '青菜')])
  await house.cloud.pool.query('UPDATE dish SET is_retired = true WHERE dish_id = $1', [await kitchen.dish('青菜')])
  const { refusal, detail } = await publish(monday)
  expect(refusal).toBe('LABELS_BLOCK')
  expect(JSON.stringify(detail)).toContain('这道菜已停用')
  await house.cloud.pool.query('UPDATE dish SET is_retired = false WHERE dish_id = $1', [await kitchen.dish('青菜')])
  await house.cloud.pool.query('UPDATE canteen_window SET is_retired = true WHERE window_id = $1', [
    kitchen.windowIds[0],
  ])
  expect(JSON.stringify((await publish(monday)).detail)).toContain('档口“一号窗口”已停用')
})

test('past days are over, today is not', async () => {
  await kitchen.publish('2026-11-21', [await kitchen.line('lunch', '红烧肉')])
  house.setNow(Date.UTC(2026, 10, 21, 15, 59, 59))
  expect((await publish('2026-11-21')).refusal).toBe('NOTHING_TO_PUBLISH')
  house.setNow(Date.UTC(2026, 10, 21, 16))
  expect((await publish('2026-11-21')).refusal).toBe('PAST_DAY')
  const save = { canteenId: kitchen.canteenId, day: '2026-11-21', revision: 1, lines: [] }
  expect((await house.call(saveMenuDay, save, kitchen.cook)).refusal).toBe('PAST_DAY')
})

test('nothing is published where nothing was planned, and nothing twice', async () => {
  expect((await publish(monday)).refusal).toBe('NOTHING_TO_PUBLISH')
  await kitchen.draft(monday, [])
  expect((await publish(monday)).refusal).toBe('NOTHING_TO_PUBLISH')
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')])
  expect((await publish(monday, tuesday)).refusal).toBe('NOTHING_TO_PUBLISH')
})

test('a meal without hours in this canteen is not published', async () => {
  await kitchen.draft(monday, [await kitchen.line('supper', '白粥')])
  expect(await publish(monday)).toMatchObject({ refusal: 'NO_HOURS', detail: { meals: ['supper'] } })
  expect(await rows('sitting')).toEqual([])
})

test('what is taken off stays in the tables, and what comes back is the same serving', async () => {
  const meat = await kitchen.line('lunch', '红烧肉')
  await kitchen.publish(monday, [meat, await kitchen.line('lunch', '青菜')])
  const before = (await dayOf(monday))?.sittings[0]
  const off = await kitchen.publish(monday, [meat])
  expect(off).toMatchObject({ added: 0, removed: 1 })
  expect((await rows('serving')).filter(({ removed_at: at }) => at !== null)).toHaveLength(1)
  await kitchen.publish(monday, [], { isClosed: true })
  expect((await rows('sitting')).filter(({ removed_at: at }) => at === null)).toEqual([])
  const back = await kitchen.publish(monday, [meat, await kitchen.line('lunch', '青菜')])
  expect(back).toMatchObject({ added: 2, removed: 0 })
  expect((await dayOf(monday))?.sittings[0]).toEqual(before)
  expect(await rows('serving')).toHaveLength(2)
})

test('a dish that moves to another window is the same serving; in another meal it is not', async () => {
  const line = await kitchen.line('lunch', '红烧肉')
  await kitchen.publish(monday, [line])
  const servingId = (await dayOf(monday))?.sittings[0]?.servings[0]?.servingId ?? ''
  const moved = { ...line, servingId, windowId: kitchen.windowIds[1] ?? '' }
  expect(await kitchen.publish(monday, [moved])).toMatchObject({ added: 0, updated: 1, removed: 0 })
  expect((await dayOf(monday))?.sittings[0]?.servings).toMatchObject([{ servingId, window: '二号窗口' }])
  expect(await kitchen.publish(monday, [{ ...moved, meal: 'dinner' }])).toMatchObject({ added: 1, removed: 1 })
  expect((await dayOf(monday))?.sittings).toMatchObject([{ meal: 'dinner' }])
  expect((await dayOf(monday))?.sittings[0]?.servings[0]?.servingId).not.toBe(servingId)
})

test('a day that was emptied is nothing anybody knows of again', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')])
  expect(await kitchen.publish(monday, [])).toMatchObject({ removed: 1 })
  expect(await dayOf(monday)).toEqual({ day: monday, status: 'noData', note: '', sittings: [] })
  expect((await publish(monday)).refusal).toBe('NOTHING_TO_PUBLISH')
})

test('published days keep their hours until they are published again', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')])
  await house.cloud.pool.query("UPDATE canteen_meal SET opens_minute = 700 WHERE canteen_id = $1 AND meal = 'lunch'", [
    kitchen.canteenId,
  ])
  expect((await dayOf(monday))?.sittings).toMatchObject([{ opensAt: '2026-11-23T11:20:00+08:00' }])
  expect((await publish(monday)).value).toMatchObject({ days: [monday], updated: 1 })
  expect(await dayOf(monday)).toMatchObject({
    changedAt: '2026-11-21T09:00:00+08:00',
    sittings: [{ opensAt: '2026-11-23T11:40:00+08:00' }],
  })
})

test('a day of 300 dishes, each with the notes that feeds have, is saved and published', async () => {
  const notes = Array.from({ length: 12 }, (_, i) => `第 ${i} 条：${'说明'.repeat(30)}`)
  const names = Array.from({ length: 300 }, (_, i) => `很长的菜名${i}号`)
  const lines = await Promise.all(names.map((name) => kitchen.line('lunch', name, { notes })))
  expect(await kitchen.publish(monday, lines)).toMatchObject({ added: 300 })
})
