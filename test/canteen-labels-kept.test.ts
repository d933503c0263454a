import { getDish, getMenuWeek, markFavourite } from '../contract/canteen'
import { gb8Codes } from '../contract/canteen-allergens'
import { confirmLabels, type DishRecord, listLabelHistory, saveDish } from '../contract/canteen-dishes'
import { listNotices } from '../contract/people'
import type { InputOf } from '../contract/procedure'
import { tick } from '../functions/tick'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenAnswer, givenCanteen, givenDish, givenServing, givenSitting } from './support/given-canteen'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let cook: string
let chef: string
/** Friday, 09:00 in the institution's zone. */
const begin = Date.UTC(2026, 10, 20, 1)
const minutes = 60_000

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  org = await givenOrg(house)
  cook = (await signedInAs(house, org, ['kitchen'], { name: '小李' })).token
  chef = (await signedInAs(house, org, ['kitchen'], { name: '吴师傅' })).token
})
afterAll(() => house.end())

const save = async (wish: InputOf<typeof saveDish>, token = cook): Promise<DishRecord> => {
  const { value, ...answer } = await house.call(saveDish, wish, { token })
  if (!value) throw new Error(`not saved: ${JSON.stringify(answer)}`)
  return value
}
type Declared = Partial<InputOf<typeof confirmLabels>>
const confirm = ({ dishId, labelRevision }: DishRecord, declared: Declared = {}, token = chef) =>
  house.call(confirmLabels, { dishId, labelRevision, contains: [], free: [], diets: [], ...declared }, { token })
const history = async (dishId: string) =>
  (await house.call(listLabelHistory, { dishId }, { token: cook })).value?.items ?? []

const free = gb8Codes.filter((code) => code !== 'eggs')
const omelette = { name: '番茄炒蛋', ingredients: ['鸡蛋', '番茄', '盐'] }

test('A new dish is unknown in everything it does not name, and cannot be published before somebody has confirmed it', async () => {
  const dish = await save(omelette)
  expect(dish.labels).toEqual({ contains: ['eggs'], free: [], conflicts: [], diets: [] })
  expect(dish.derived).toEqual([{ code: 'eggs', words: expect.arrayContaining(['鸡蛋']), isCertain: true }])
  expect(dish.problems.map(({ kind }) => kind)).toEqual(['missing', 'missing'])
  expect(dish).not.toHaveProperty('confirmedAt')
  const { value } = await confirm(dish, { contains: ['eggs'], free, diets: ['vegetarian'] })
  expect(value).toMatchObject({ problems: [], confirmedBy: '吴师傅', confirmedAt: '2026-11-20T09:00:00+08:00' })
  expect(value?.labels).toMatchObject({ contains: ['eggs'], conflicts: [], diets: ['vegetarian'] })
  expect(new Set(value?.labels.free)).toEqual(new Set(free))
})

test('Every edit stays in the history with who did it, when and what it was from then on', async () => {
  const dish = await save(omelette)
  house.setNow(begin + 5 * minutes)
  const confirmed = (await confirm(dish, { free, diets: ['vegetarian'] })).value as DishRecord
  house.setNow(begin + 9 * minutes)
  await save({ ...omelette, dishId: dish.dishId, ingredients: ['鸡蛋', '番茄', '盐', '虾仁'] })
  // a price is no label
  await save({ ...omelette, dishId: dish.dishId, ingredients: ['鸡蛋', '番茄', '盐', '虾仁'], spice: 2 })
  expect(confirmed.labelRevision).toBe(2)
  const events = await history(dish.dishId)
  expect(events.map(({ kind, by, at }) => `${kind} ${by} ${at.slice(11, 16)}`)).toEqual([
    'edited 小李 09:09',
    'confirmed 吴师傅 09:05',
    'created 小李 09:00',
  ])
  expect(events.map(({ ingredients }) => ingredients.length)).toEqual([4, 3, 3])
  expect(events[1]).toMatchObject({ name: '番茄炒蛋', free, diets: ['vegetarian'] })
  const first = await house.call(listLabelHistory, { dishId: dish.dishId, limit: 2 }, { token: cook })
  const rest = { dishId: dish.dishId, limit: 2, cursor: first.value?.nextCursor }
  expect((await house.call(listLabelHistory, rest, { token: cook })).value?.items).toEqual(events.slice(2))
})

test('The history cannot be rewritten', async () => {
  const { dishId } = await save(omelette)
  await expect(
    house.cloud.pool.query('UPDATE dish_label_event SET at = at WHERE dish_id = $1', [dishId]),
  ).rejects.toThrow()
  await expect(house.cloud.pool.query('DELETE FROM dish_label_event WHERE dish_id = $1', [dishId])).rejects.toThrow()
})

test.each([
  ['other ingredients', { ...omelette, ingredients: ['鸡蛋', '番茄', '牛奶'] }],
  ['another name', { ...omelette, name: '番茄滑蛋' }],
  ['a name that is no evidence any more', { ...omelette, isNameFigurative: true }],
])('A dish with %s wants to be confirmed again, and nothing it was free of is believed meanwhile', async (_, wish) => {
  const dish = await save(omelette)
  await confirm(dish, { free, diets: ['vegetarian'] })
  const changed = await save({ ...wish, dishId: dish.dishId })
  expect(changed).toMatchObject({ confirmedBy: '', labels: { free: [], diets: [] }, labelRevision: 3, free })
  expect(changed).not.toHaveProperty('confirmedAt')
  expect(changed.problems.length).toBeGreaterThan(0)
})

test('Another price, note or heat leaves the confirmation as it is', async () => {
  const dish = await save(omelette)
  const confirmed = (await confirm(dish, { free })).value
  const prices = [{ role: 'employee' as const, fen: 800, halfFen: 400 }]
  const dearer = await save({ ...omelette, dishId: dish.dishId, prices, spice: 1, note: '少油', hasHalf: true })
  expect(dearer).toEqual({ ...confirmed, prices, spice: 1, note: '少油', hasHalf: true })
})

test('Whoever looked at an older state confirms nothing: of two at once only one confirms', async () => {
  const dish = await save(omelette)
  await save({ ...omelette, dishId: dish.dishId, ingredients: ['鸡蛋', '番茄', '花生'] })
  expect((await confirm(dish, { free })).refusal).toBe('LABELS_CHANGED')
  const fresh = { ...dish, labelRevision: 2 }
  const both = await Promise.all([confirm(fresh, { free: ['milk'] }), confirm(fresh, { free: ['fish'] }, cook)])
  expect(both.map(({ refusal }) => refusal).sort()).toEqual(['LABELS_CHANGED', undefined])
  expect((await history(dish.dishId)).map(({ kind }) => kind)).toEqual(['confirmed', 'edited', 'created'])
})

test('What is declared free and stands in the ingredients is a conflict, shown as such and named', async () => {
  const dish = await save({ name: '炒面', ingredients: ['面条', '鸡蛋'] })
  const { value } = await confirm(dish, { contains: [], free: [...gb8Codes], diets: ['vegan'] })
  expect(value?.labels.conflicts).toEqual(expect.arrayContaining(['gluten', 'eggs']))
  expect(value?.labels.free).not.toContain('eggs')
  expect(value?.labels.diets).toEqual([])
  expect(value?.problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'contradiction', diet: 'vegan' })]),
  )
})

test('Other labels of a dish on published days say so on each of them that is to come, once for each meal', async () => {
  const dish = await save(omelette)
  await confirm(dish, { free })
  const { canteenId, windowIds } = await givenCanteen(house, org, { windows: ['甲', '乙'] })
  for (const day of ['2026-11-19', '2026-11-20', '2026-11-23']) {
    const sittingId = await givenSitting(house, { ...org, canteenId, day })
    for (const windowId of windowIds) await givenServing(house, org, { sittingId, dishId: dish.dishId, windowId })
  }
  // breakfast is over when the labels change
  const breakfast = await givenSitting(house, { ...org, canteenId, day: '2026-11-20' }, { meal: 'breakfast' })
  await givenServing(house, org, { sittingId: breakfast, dishId: dish.dishId })
  house.setNow(begin + 7 * minutes)
  await save({ ...omelette, dishId: dish.dishId, spice: 1 })
  await save({ ...omelette, dishId: dish.dishId, ingredients: ['鸡蛋', '番茄', '虾皮'] })
  const week = async (day: string) => (await house.call(getMenuWeek, { canteenId, day }, { token: cook })).value
  const changes = (await week('2026-11-23'))?.changes
  const about = { dishId: dish.dishId, dish: '番茄炒蛋', kind: 'updated', fields: ['labels'], meal: 'lunch' }
  expect(changes?.sort((a, b) => (a.day < b.day ? -1 : 1))).toMatchObject([
    { ...about, day: '2026-11-20' },
    { ...about, day: '2026-11-23' },
  ])
  expect((await week('2026-11-23'))?.days[0]?.changedAt).toBe('2026-11-20T09:07:00+08:00')
  expect((await week('2026-11-19'))?.days[3]?.changedAt).toBe('2026-11-20T09:00:00+08:00')
})

test('Who reserved the dish hears of other labels at once, whose favourite it is when they are settled, nobody else', async () => {
  const dish = await save(omelette)
  await confirm(dish, { free })
  const { canteenId } = await givenCanteen(house, org)
  const sittingId = await givenSitting(house, { ...org, canteenId, day: '2026-11-23' })
  const servingId = await givenServing(house, org, { sittingId, dishId: dish.dishId })
  const [diner, other, fan] = await Promise.all([1, 2, 3].map(() => signedInAs(house, org)))
  for (const one of [diner, other]) {
    const servingIds = one === diner ? [servingId] : []
    await givenAnswer(house, org, { sittingId, personId: one?.personId ?? '', servingIds })
  }
  await house.call(markFavourite, { dishId: dish.dishId, isFavourite: true }, { token: fan?.token })
  const heard = async () =>
    Promise.all(
      [diner, other, fan].map(async (one) => {
        const { value } = await house.call(listNotices, {}, { token: one?.token })
        return value?.items.filter(({ title }) => title === '过敏原标签有变化').length
      }),
    )
  const changed = await save({ ...omelette, dishId: dish.dishId, ingredients: ['鸡蛋', '番茄', '虾皮'] })
  expect(await heard()).toEqual([1, 0, 0])
  await confirm(changed, { free: free.filter((code) => code !== 'crustaceans') })
  expect(await heard()).toEqual([2, 0, 1])
})

test('Another version of the lexicon judges every dish anew at the next tick, whoever’s it is', async () => {
  const other = await givenOrg(house, '别的单位')
  const stale = { contains: [], free: [...gb8Codes], judgedBy: 'older' }
  const known = await Promise.all(
    [org, other].map((place) => givenDish(house, place, { name: '椒盐虾', ingredients: ['基围虾'], ...stale })),
  )
  await Promise.all([tick(house.cloud), tick(house.cloud)])
  for (const [i, place] of [org, other].entries()) {
    const { token } = await signedInAs(house, place)
    const { value } = await house.call(getDish, { dishId: known[i]?.dishId ?? '' }, { token })
    expect(value?.labels.conflicts).toEqual(['crustaceans'])
  }
  const { rows } = await house.cloud.pool.query(
    `SELECT has_problems, judged_by = 'older' AS is_old FROM dish WHERE dish_id = ANY ($1)`,
    [known.map(({ dishId }) => dishId)],
  )
  expect(rows).toEqual(Array(2).fill({ has_problems: true, is_old: false }))
})
