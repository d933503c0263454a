import * as v from 'valibot'
import { getDish, getMenuWeek, listDishes } from '../contract/canteen'
import { listDishRecords } from '../contract/canteen-dishes'
import { listActions, listFeedback } from '../contract/canteen-feedback'
import { draftLine, publishMenu, saveMenuDay } from '../contract/canteen-menus'
import { listComments, listMyRatings } from '../contract/canteen-ratings'
import { addDays, dayOf, weekdayOf } from '../contract/zone'
import type { Address } from '../database/connect'
import { readDrafts } from '../functions/canteen/menu-drafts'
import { tick } from '../functions/tick'
import { seedWhenEmpty } from '../scripts/seed'
import { demoToken, startDemoHouse } from './support/demo-house'
import type { TestCloud } from './support/start-cloud'

let house: TestCloud
let address: Address
const now = Date.now()
const today = dayOf(now, '+08:00')
const tokens: Record<string, string> = {}

beforeAll(async () => {
  ;({ house, address } = await startDemoHouse())
  for (const [persona, staffNumber] of [
    ['staff', 'D0001'],
    ['kitchen', 'D0005'],
    ['manager', 'D0008'],
  ] as const) {
    tokens[persona] = await demoToken(house, staffNumber)
  }
})
afterAll(() => house.end())

const ask = async <Row extends object>(sql: string) => (await house.cloud.pool.query<Row>(sql)).rows
const count = async (from: string) => (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? -1
const week = async (day: string, canteenId?: string) =>
  (await house.call(getMenuWeek, { day, canteenId }, { token: tokens.staff })).value

test('Today’s menu is never empty, next week’s is published, and a day without cooking says so', async () => {
  const shown = await week(today)
  expect(shown?.canteens.map(({ name }) => name).sort()).toEqual(['一食堂', '清真餐厅'])
  const mine = shown?.days.find(({ day }) => day === today)
  expect(mine?.status).toBe('open')
  expect(mine?.sittings.find(({ meal }) => meal === 'lunch')?.servings.length).toBeGreaterThan(8)
  const next = await week(addDays(today, 7))
  expect(next?.days.map(({ status }) => status)).not.toContain('noData')
  expect(next?.days[6]).toMatchObject({ status: 'closed', note: expect.stringMatching(/不供餐/) })
  expect(next?.dishes.length).toBeGreaterThan(30)
  expect(await count('menu_day WHERE org_id = 2 AND published_at IS NOT NULL')).toBe(35)
})

test('About ninety dishes, each confirmed, without contradiction, and every diet as it is declared', async () => {
  let cursor: string | undefined
  let seen = 0
  do {
    const page = await house.call(listDishRecords, { limit: 100, cursor }, { token: tokens.kitchen })
    for (const dish of page.value?.items ?? []) {
      const { name, problems, labels, diets, confirmedBy, ingredients } = dish
      expect([name, problems, labels.conflicts, labels.diets]).toEqual([name, [], [], diets])
      expect([name, confirmedBy, ingredients.length > 0]).toEqual([name, '吴春梅', true])
      seen++
    }
    cursor = page.value?.nextCursor
  } while (cursor)
  expect(seen).toBeGreaterThan(75)
  expect(await count('dish d WHERE NOT EXISTS (SELECT FROM dish_label_event e WHERE e.dish_id = d.dish_id)')).toBe(0)
})

test('The demo’s menus could have been published as they stand: changed by a price they are published again', async () => {
  const canteenId = (await week(today))?.canteens[0]?.canteenId ?? ''
  const monday = addDays(today, 8 - weekdayOf(today))
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
  const publish = () => house.call(publishMenu, { canteenId, days }, { token: tokens.kitchen })
  // nothing differs from what is published
  expect((await publish()).refusal).toBe('NOTHING_TO_PUBLISH')
  const drafts = await readDrafts(house.cloud.db, 1, canteenId, days)
  for (const [day, { lines, isClosed, note, mealPlaces, revision }] of drafts) {
    const dearer = lines.map((line) => v.parse(draftLine, { ...line, notes: ['试一试'] }))
    const wish = { canteenId, day, isClosed, note, mealPlaces, revision, lines: dearer }
    const saved = await house.call(saveMenuDay, wish, { token: tokens.kitchen })
    expect([day, saved.value?.problems]).toEqual([day, []])
  }
  const { value } = await publish()
  expect(value).toMatchObject({ added: 0, removed: 0 })
  expect(value?.updated).toBeGreaterThan(100)
})

test('Hundreds of ratings: most are answered, some wait, one was overlooked, and the first persona has a thread', async () => {
  expect(await count('rating')).toBeGreaterThan(200)
  const open = await house.call(listFeedback, { state: 'open' }, { token: tokens.kitchen })
  expect(open.value?.items.length).toBeGreaterThan(2)
  expect(open.value?.counts.overdue).toBeGreaterThan(0)
  expect(open.value?.items.some(({ isUrgent }) => isUrgent)).toBe(true)
  const mine = await house.call(listMyRatings, {}, { token: tokens.staff })
  expect(mine.value?.items.map(({ thread }) => thread.length).sort()).toEqual([1, 3])
  expect(mine.value?.items.some(({ action }) => action !== undefined)).toBe(true)
  const board = await house.call(listActions, {}, { token: tokens.manager })
  expect(board.value?.items.map(({ status }) => status).sort()).toEqual(['doing', 'done'])
  const popular = (await house.call(listDishes, {}, { token: tokens.staff })).value?.items ?? []
  expect(popular[0]?.score?.ratings).toBeGreaterThan(2)
  const commented = await ask<{ dish_id: string }>(`SELECT dish_id FROM rating WHERE moderation = 'passed' LIMIT 1`)
  const dishId = commented[0]?.dish_id ?? ''
  const comments = await house.call(listComments, { dishId }, { token: tokens.staff })
  expect(comments.value?.items.length).toBeGreaterThan(0)
  expect((await house.call(getDish, { dishId }, { token: tokens.staff })).value?.distribution).toHaveLength(5)
})

test('Nothing in it lies in a future that cannot be known yet, and places are counted right', async () => {
  const at = new Date(now + 60_000).toISOString()
  expect(await count(`rating WHERE rated_at > '${at}' OR answered_at > '${at}'`)).toBe(0)
  expect(await count(`rating_message WHERE at > '${at}'`)).toBe(0)
  expect(await count(`meal_answer WHERE answered_at > '${at}'`)).toBe(0)
  expect(await count(`menu_day WHERE published_at > '${at}'`)).toBe(0)
  expect(
    await count(`rating r JOIN serving s USING (org_id, serving_id) JOIN sitting t USING (org_id, sitting_id)
    WHERE r.rated_at < t.opens_at`),
  ).toBe(0)
  expect(
    await count(`sitting t WHERE places IS NOT NULL AND taken <> (SELECT count(*) FROM meal_answer a
    WHERE a.org_id = t.org_id AND a.sitting_id = t.sitting_id AND a.answer = 'eats')`),
  ).toBe(0)
  const special = await ask<{ taken: number }>('SELECT taken FROM sitting WHERE places = 49')
  expect(special).toHaveLength(1)
  expect(special[0]?.taken).toBeGreaterThan(10)
})

test('Time finds little left to do in it: nobody is told of what was due days ago', async () => {
  const canteens = "notice WHERE path LIKE '/features/canteen%'"
  const before = await count(canteens)
  await tick(house.cloud)
  expect(await count(canteens)).toBe(before)
})

test('A second start writes nothing more; after three weeks the days that have come near are filled', async () => {
  const before = await ask('SELECT count(*)::int AS n, max(day) AS last FROM serving WHERE org_id = 1')
  await seedWhenEmpty(address, () => {})
  expect(await ask('SELECT count(*)::int AS n, max(day) AS last FROM serving WHERE org_id = 1')).toEqual(before)
  await house.cloud.pool.query(
    `
    ALTER TABLE dish_label_event DISABLE TRIGGER ALL;
    TRUNCATE rating, meal_answer, menu_change, serving, sitting CASCADE;
    DELETE FROM menu_day WHERE day > $1`.replace('$1', `'${addDays(today, -7)}'`),
  )
  await seedWhenEmpty(address, () => {})
  expect(await count('canteen WHERE org_id = 1')).toBe(2)
  const filled = await ask<{ first: string }>('SELECT min(day) AS first FROM serving WHERE org_id = 1')
  expect([filled[0]?.first && filled[0].first > addDays(today, -7)]).toEqual([true])
  expect(await count('rating')).toBeGreaterThan(50)
})
