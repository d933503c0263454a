import { listCanteens, type MealHours, saveCanteen } from '../contract/canteen-dishes'
import type { InputOf } from '../contract/procedure'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { givenCanteen, givenDish, givenServing, givenSitting } from './support/given-canteen'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let kitchen: { token: string; personId: string }
const begin = Date.UTC(2026, 10, 20, 1)

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  org = await givenOrg(house)
  kitchen = await signedInAs(house, org, ['kitchen'], { name: '吴师傅' })
})
afterAll(() => house.end())

const lunch: MealHours = {
  meal: 'lunch',
  opensMinute: 680,
  closesMinute: 780,
  isReservable: true,
  cutoffDays: 0,
  cutoffMinute: 540,
  places: 300,
}
const overtime: MealHours = {
  meal: 'overtime',
  opensMinute: 1380,
  closesMinute: 1500,
  isReservable: false,
  cutoffDays: 0,
  cutoffMinute: 0,
}

type Wish = Partial<InputOf<typeof saveCanteen>>
const save = (wish: Wish = {}, token = kitchen.token) =>
  house.call(saveCanteen, { name: '一食堂', windows: [{ name: '大众菜' }], meals: [lunch], ...wish }, { token })
const list = async (withRetired = false) =>
  (await house.call(listCanteens, { withRetired }, { token: kitchen.token })).value

test('A canteen is kept with its windows in their order, its meals, its owner and its site', async () => {
  const wish: Wish = {
    siteId: org.siteId,
    ownerId: kitchen.personId,
    isPublic: true,
    windows: [{ name: '面食' }, { name: '大众菜' }],
    meals: [overtime, lunch],
  }
  const { value } = await save(wish)
  expect(value).toMatchObject({ name: '一食堂', siteId: org.siteId, owner: '吴师傅', isPublic: true, isRetired: false })
  expect(value?.windows.map(({ name }) => name)).toEqual(['面食', '大众菜'])
  // by the clock, whatever the order in which they were entered
  expect(value?.meals).toEqual([lunch, overtime])
  expect(await list()).toEqual({ canteens: [value], today: '2026-11-20' })
})

test('A window that was renamed is the same one, one left out is retired, and its name brings it back', async () => {
  const first = (await save({ windows: [{ name: '大众菜' }, { name: '面食' }] })).value
  const [popular, noodles] = first?.windows ?? []
  const renamed = await save({
    canteenId: first?.canteenId,
    windows: [{ windowId: popular?.windowId, name: '家常菜' }, { name: '小炒' }],
  })
  expect(renamed.value?.windows).toMatchObject([
    { windowId: popular?.windowId, name: '家常菜', isRetired: false },
    { name: '小炒', isRetired: false },
    { windowId: noodles?.windowId, name: '面食', isRetired: true },
  ])
  const back = await save({ canteenId: first?.canteenId, windows: [{ name: '面食' }, { name: '家常菜' }] })
  expect(back.value?.windows.filter(({ isRetired }) => !isRetired)).toEqual([
    { windowId: noodles?.windowId, name: '面食', isRetired: false },
    { windowId: popular?.windowId, name: '家常菜', isRetired: false },
  ])
})

test('Two windows may swap their names, but one name stands over one window only', async () => {
  const first = (await save({ windows: [{ name: '甲' }, { name: '乙' }] })).value
  const [one, other] = first?.windows ?? []
  const swapped = await save({
    canteenId: first?.canteenId,
    windows: [
      { windowId: one?.windowId, name: '乙' },
      { windowId: other?.windowId, name: '甲' },
    ],
  })
  expect(swapped.value?.windows).toMatchObject([
    { windowId: one?.windowId, name: '乙' },
    { windowId: other?.windowId, name: '甲' },
  ])
  expect((await save({ canteenId: first?.canteenId, windows: [{ name: '丙' }, { name: '丙' }] })).refusal).toBe(
    'NAME_TAKEN',
  )
  // nothing of what was refused has been written
  expect((await list())?.canteens[0]?.windows).toEqual(swapped.value?.windows)
})

test('A meal that ends before it begins, twice the same meal, or a cut-off after the doors open is refused in words', async () => {
  const refused = async (meals: MealHours[]) => {
    const { refusal, detail } = await save({ meals })
    return `${refusal} ${detail?.problem}`
  }
  expect(await refused([{ ...lunch, closesMinute: 680 }])).toBe('HOURS_INVALID 午餐的结束时间须晚于开始时间')
  expect(await refused([lunch, { ...lunch, places: 5 }])).toBe('HOURS_INVALID 午餐填了两次，请只留一个')
  expect(await refused([{ ...lunch, cutoffMinute: 681 }])).toBe('HOURS_INVALID 午餐的截止时间须在开餐之前')
  expect((await save({ meals: [{ ...lunch, cutoffMinute: 680 }] })).value).toBeDefined()
  // the evening before is before, however late; where nobody asks there is no cut-off
  const eve = { ...lunch, cutoffDays: 1, cutoffMinute: 1320 }
  expect((await save({ name: '二食堂', meals: [eve] })).value?.meals).toEqual([eve])
  expect((await save({ name: '三食堂', meals: [{ ...overtime, cutoffMinute: 1440 }] })).value).toBeDefined()
})

test('Other hours leave the days that are published as they are', async () => {
  const { canteenId } = await givenCanteen(house, org, { name: '老食堂', meals: [lunch] })
  const sittingId = await givenSitting(house, { ...org, canteenId, day: '2026-11-23' })
  const { dishId } = await givenDish(house, org)
  await givenServing(house, org, { sittingId, dishId })
  const before = await house.cloud.db.selectFrom('sitting').selectAll().where('canteenId', '=', canteenId).execute()
  const windows = (await list())?.canteens[0]?.windows ?? []
  await save({ canteenId, name: '老食堂', windows, meals: [{ ...lunch, opensMinute: 700, cutoffMinute: 600 }] })
  const after = await house.cloud.db.selectFrom('sitting').selectAll().where('canteenId', '=', canteenId).execute()
  expect(after).toEqual(before)
})

test('Names are taken once among canteens in use; a retired one frees its name and is shown only when asked for', async () => {
  const first = (await save()).value
  expect((await save()).refusal).toBe('NAME_TAKEN')
  await save({ canteenId: first?.canteenId, isRetired: true })
  expect((await list())?.canteens).toEqual([])
  expect((await list(true))?.canteens).toMatchObject([{ canteenId: first?.canteenId, isRetired: true }])
  expect((await save()).value).toBeDefined()
  expect((await save({ canteenId: first?.canteenId })).refusal).toBe('NAME_TAKEN')
})

test('Whoever answers comments works in the kitchen or manages it; places, windows and people of elsewhere are unknown', async () => {
  const clerk = await givenPerson(house, org)
  const manager = await givenPerson(house, org, { duties: ['manager'] })
  const abroad = await givenOrg(house, '别的单位')
  const cook = await givenPerson(house, abroad, { duties: ['kitchen'] })
  const foreign = await givenCanteen(house, abroad)
  const refused = async (wish: Wish) => (await save(wish)).refusal
  expect(await refused({ ownerId: clerk.personId })).toBe('NO_SUCH_PERSON')
  expect(await refused({ ownerId: cook.personId })).toBe('NO_SUCH_PERSON')
  expect(await refused({ siteId: abroad.siteId })).toBe('NO_SUCH_PLACE')
  expect(await refused({ canteenId: foreign.canteenId })).toBe('NO_SUCH_CANTEEN')
  expect(await refused({ windows: [{ windowId: foreign.windowId, name: '大众菜' }] })).toBe('NO_SUCH_WINDOW')
  expect((await save({ ownerId: manager.personId })).value?.ownerId).toBe(manager.personId)
  await house.cloud.pool.query(`UPDATE person SET status = 'left' WHERE person_id = $1`, [manager.personId])
  expect(await refused({ name: '二食堂', ownerId: manager.personId })).toBe('NO_SUCH_PERSON')
})

test('Staff keep no canteens', async () => {
  const { token } = await signedInAs(house, org)
  expect((await save({}, token)).status).toBe(403)
})
