import type { AllergenCode, Diet } from '../contract/canteen-allergens'
import { saveDish } from '../contract/canteen-dishes'
import { getMenuDraft, publishMenu } from '../contract/canteen-menus'
import { type Kitchen, startKitchen } from './support/canteen-kitchen'
import { givenDish } from './support/given-canteen'
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
  kitchen = await startKitchen(house)
})
afterAll(() => house.end())

interface Labels {
  contains?: AllergenCode[]
  diets?: Diet[]
  ingredients?: string[]
  note?: string
}

/** Drafts Monday's lunch with one dish and these notes, publishes it, and gives what stands against it. */
async function published(labels: Labels, ...notes: string[]): Promise<string[] | 'published'> {
  const { dishId } = await givenDish(house, kitchen.org, labels)
  await kitchen.draft(monday, [{ meal: 'lunch', windowId: kitchen.windowIds[0] ?? '', dishId, notes }])
  const { value, refusal, detail } = await house.call(
    publishMenu,
    { canteenId: kitchen.canteenId, days: [monday] },
    kitchen.cook,
  )
  if (value) return 'published'
  expect(refusal).toBe('LABELS_BLOCK')
  const { value: week } = await house.call(getMenuDraft, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)
  // the kitchen reads the same in its draft
  expect(week?.days.find(({ day }) => day === monday)?.problems).toEqual(detail?.dishes)
  const [blocked] = (detail?.dishes ?? []) as { problems: { kind: string; message: string }[] }[]
  return (blocked?.problems ?? []).map(({ kind, message }) => `${kind}: ${message}`)
}

test('a note that says what the label denies blocks publishing', async () => {
  expect(await published({}, '含花生')).toEqual([
    'contradiction: 说明里写着“含花生”，标签却标了“不含花生”：请核对后改标签，或改说明。',
  ])
  expect(await published({}, 'enthält Milch')).toEqual([expect.stringContaining('标签却标了“不含乳类”')])
  expect(await published({}, '(A,C)')).toHaveLength(2)
  expect(await published({ note: '配料里有芝麻。含花生' })).toEqual([expect.stringContaining('不含花生')])
})

test('a note that says the same as the label does not', async () => {
  expect(await published({ contains: ['peanuts'] }, '含花生', '微辣', '每日限量')).toBe('published')
  expect(await published({}, '可能含有微量花生')).toBe('published')
})

test.each<[string, Labels, string, string]>([
  ['vegan beside an egg', { contains: ['eggs'] }, 'vegan', '标签标了含有蛋类'],
  ['纯素 beside honey', { ingredients: ['蜂蜜'] }, '纯素', '名称或配料里有“蜂蜜”'],
  ['vegetarian beside gelatine', { ingredients: ['吉利丁'] }, 'Vegetarisch', '名称或配料里有“吉利丁”'],
  ['清真 beside cooking wine', { ingredients: ['料酒'] }, '清真', '名称或配料里有“料酒”'],
  ['不含花生 beside peanuts', { contains: ['peanuts'] }, '不含花生', '标签标了含有花生'],
  ['glutenfrei beside wheat', { contains: ['wheat', 'gluten'] }, 'glutenfrei, scharf', '标签标了含有麸质谷物'],
])('a note that promises what the dish does not keep blocks publishing: %s', async (_what, labels, note, because) => {
  expect(await published(labels, note)).toEqual([expect.stringContaining(because)])
})

test('a note that promises what the dish keeps is published, and milk without lactose is milk', async () => {
  expect(await published({ diets: ['vegan'] }, 'vegan', '不含花生')).toBe('published')
  expect(await published({ contains: ['milk'] }, 'laktosefrei')).toBe('published')
  expect(await published({ contains: ['eggs'] }, 'nicht vegan', '无糖')).toBe('published')
})

test('a note that says what the label of the diet denies blocks publishing', async () => {
  expect(await published({ diets: ['vegan'], contains: [] }, '含鸡蛋')).toEqual([
    expect.stringContaining('标签却标了“不含蛋类”'),
    expect.stringContaining('标签却标了“纯素”'),
  ])
})

test('publishing waits for whoever is changing a dish, and sees what they made of it', async () => {
  const { dishId, name } = await givenDish(house, kitchen.org)
  await kitchen.draft(monday, [{ meal: 'lunch', windowId: kitchen.windowIds[0] ?? '', dishId }])
  const client = await house.cloud.pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM dish WHERE dish_id = $1 FOR UPDATE', [dishId])
  const publishing = house.call(publishMenu, { canteenId: kitchen.canteenId, days: [monday] }, kitchen.cook)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await client.query(
    `UPDATE dish SET ingredients = '{花生米}', confirmed_at = NULL, confirmed_by = NULL WHERE dish_id = $1`,
    [dishId],
  )
  await client.query('COMMIT')
  client.release()
  expect(await publishing).toMatchObject({ refusal: 'LABELS_BLOCK', detail: { dishes: [{ dishId, dish: name }] } })
})

test('ingredients that change while menus are published are blocked or told as a change, in whichever order', async () => {
  const { dishId, name } = await givenDish(house, kitchen.org)
  await kitchen.draft(monday, [{ meal: 'lunch', windowId: kitchen.windowIds[0] ?? '', dishId }])
  const days = { canteenId: kitchen.canteenId, days: [monday] }
  const [publish, save] = await Promise.all([
    house.call(publishMenu, days, kitchen.cook),
    house.call(saveDish, { dishId, name, ingredients: ['花生米'] }, kitchen.cook),
  ])
  expect(save.value?.confirmedAt).toBeUndefined()
  const { rows } = await house.cloud.pool.query('SELECT fields FROM menu_change WHERE dish_id = $1', [dishId])
  expect(publish.refusal ?? rows).toEqual(publish.refusal ? 'LABELS_BLOCK' : [{ fields: ['labels'] }])
})
