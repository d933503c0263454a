import { getMenuWeek } from '../contract/canteen'
import { copyMenuWeek, getMenuDraft, publishMenu, saveMenuDay } from '../contract/canteen-menus'
import type { InputOf } from '../contract/procedure'
import { type Kitchen, startKitchen } from './support/canteen-kitchen'
import { givenDish } from './support/given-canteen'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Wednesday, 2026-11-18, 09:00 in +08:00; its week begins on the 16th. */
const now = Date.UTC(2026, 10, 18, 1)
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

const save = (input: Partial<InputOf<typeof saveMenuDay>>) =>
  house.call(saveMenuDay, { canteenId: kitchen.canteenId, day: monday, revision: 0, lines: [], ...input }, kitchen.cook)
const weekOf = async (day: string) => {
  const { value } = await house.call(getMenuDraft, { canteenId: kitchen.canteenId, day }, kitchen.cook)
  return value
}
const dayOf = async (day: string) => (await weekOf(day))?.days.find((each) => each.day === day)
const copy = (input: Partial<InputOf<typeof copyMenuWeek>> = {}) =>
  house.call(
    copyMenuWeek,
    { canteenId: kitchen.canteenId, fromDay: '2026-11-16', toDay: monday, ...input },
    kitchen.cook,
  )

test('a week runs from Monday to Sunday, whichever of its days is asked for, and past days are only looked at', async () => {
  for (const day of ['2026-11-16', '2026-11-18', '2026-11-22']) {
    const week = await weekOf(day)
    expect(week).toMatchObject({ from: '2026-11-16', today: '2026-11-18' })
    expect(week?.days.map((each) => each.day).at(-1)).toBe('2026-11-22')
    expect(week?.days.map(({ isPast }) => isPast)).toEqual([true, true, false, false, false, false, false])
  }
  for (const day of ['1970-01-01', '2100-12-31']) {
    const { fault } = await house.call(getMenuDraft, { canteenId: kitchen.canteenId, day }, kitchen.cook)
    expect(fault).toBe('BAD_INPUT')
  }
})

test('a draft is kept as it was written, and staff see nothing of it', async () => {
  const line = await kitchen.line('lunch', '红烧肉', {
    prices: [
      { role: 'other', fen: 2000 },
      { role: 'employee', fen: 1200, halfFen: 700 },
    ],
    hasHalf: true,
    places: 30,
    notes: ['现炒'],
  })
  const breakfast = await kitchen.line('breakfast', '白粥')
  const { value } = await save({
    lines: [line, breakfast],
    note: '试营业',
    mealPlaces: [{ meal: 'lunch', places: 90 }],
  })
  expect(value).toMatchObject({
    day: monday,
    note: '试营业',
    revision: 1,
    hasChanges: true,
    mealPlaces: [{ meal: 'lunch', places: 90 }],
    lines: [
      { meal: 'breakfast', dish: '白粥', window: '一号窗口', hasHalf: false, notes: [], prices: [] },
      { meal: 'lunch', dish: '红烧肉', hasHalf: true, places: 30, notes: ['现炒'] },
    ],
  })
  expect(value?.lines[1]?.prices?.map(({ role }) => role)).toEqual(['employee', 'other'])
  expect(await dayOf(monday)).toEqual(value)
  const menu = await house.call(getMenuWeek, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)
  expect(menu.value?.days[0]?.status).toBe('noData')
})

test('two cooks at one day: who saves over what they have not seen is told, and nothing is lost', async () => {
  const lines = [await kitchen.line('lunch', '红烧肉')]
  expect((await save({ lines })).value?.revision).toBe(1)
  expect(await save({ lines: [] })).toMatchObject({ refusal: 'CHANGED_MEANWHILE', detail: { revision: 1 } })
  expect((await dayOf(monday))?.lines).toHaveLength(1)
  expect((await save({ lines: [], revision: 1 })).value).toMatchObject({ revision: 2, lines: [] })
  const answers = await Promise.all([1, 2, 3, 4].map((n) => save({ lines, revision: 2, note: `第${n}稿` })))
  expect(answers.filter(({ value }) => value?.revision === 3)).toHaveLength(1)
  expect(answers.filter(({ refusal }) => refusal === 'CHANGED_MEANWHILE')).toHaveLength(3)
})

test('a draft differs from what is published until it says the same again', async () => {
  const [meat, green] = [await kitchen.line('lunch', '红烧肉'), await kitchen.line('lunch', '青菜')]
  await kitchen.publish(monday, [meat, green])
  const published = await dayOf(monday)
  expect(published).toMatchObject({ hasChanges: false, publishedAt: '2026-11-18T09:00:00+08:00' })
  expect(published?.lines.every(({ servingId }) => servingId)).toBe(true)
  const revision = published?.revision ?? 0
  expect((await save({ lines: [meat, green], revision })).value).toMatchObject({ hasChanges: false, revision })
  expect((await save({ lines: [green, meat], revision })).value?.hasChanges).toBe(true)
  const back = await save({ lines: [meat, green], revision: revision + 1 })
  expect(back.value).toMatchObject({ hasChanges: false, lines: published?.lines })
})

test('a dish stands once at a meal and a window; elsewhere it may stand again', async () => {
  const line = await kitchen.line('lunch', '红烧肉')
  expect(await save({ lines: [line, line] })).toMatchObject({
    refusal: 'DOUBLED_DISH',
    detail: { dishIds: [line.dishId] },
  })
  const elsewhere = { ...line, windowId: kitchen.windowIds[1] ?? '' }
  const lines = [line, elsewhere, { ...line, meal: 'dinner' as const }]
  expect((await save({ lines })).value?.lines).toHaveLength(3)
})

test('only windows and dishes of the canteen, in use; what was retired since may stand where it stood', async () => {
  const line = await kitchen.line('lunch', '红烧肉')
  const other = await startKitchen(house)
  expect((await save({ lines: [{ ...line, windowId: other.windowIds[0] ?? '' }] })).refusal).toBe('NO_SUCH_WINDOW')
  expect((await save({ lines: [{ ...line, dishId: await other.dish('青菜') }] })).refusal).toBe('NO_SUCH_DISH')
  const { dishId } = await givenDish(house, kitchen.org, { isRetired: true })
  expect((await save({ lines: [{ ...line, dishId }] })).refusal).toBe('NO_SUCH_DISH')
  expect((await save({ canteenId: other.canteenId })).refusal).toBe('NO_SUCH_CANTEEN')
  expect((await save({ lines: [line] })).value?.revision).toBe(1)
  await house.cloud.pool.query('UPDATE dish SET is_retired = true WHERE dish_id = $1', [line.dishId])
  const kept = await save({ lines: [line, await kitchen.line('lunch', '青菜')], revision: 1 })
  expect(kept.value?.problems).toMatchObject([{ dishId: line.dishId, problems: [{ kind: 'missing' }] }])
})

describe('copying a week', () => {
  test('copies every day with its lines; days that hold something stay unless they are overwritten', async () => {
    await kitchen.draft('2026-11-19', [await kitchen.line('lunch', '红烧肉', { places: 20 })], { note: '周四' })
    await kitchen.draft('2026-11-20', [], { isClosed: true })
    await kitchen.draft('2026-11-27', [await kitchen.line('lunch', '青菜')])
    expect((await copy()).value).toEqual({ days: ['2026-11-26'], kept: ['2026-11-27'], leftOut: [] })
    expect(await dayOf('2026-11-26')).toMatchObject({ note: '周四', lines: [{ dish: '红烧肉', places: 20 }] })
    expect((await copy({ overwrites: true })).value).toMatchObject({ days: ['2026-11-26', '2026-11-27'], kept: [] })
    expect(await dayOf('2026-11-27')).toMatchObject({ isClosed: true, lines: [] })
    // the source is as it was, and what was copied is no serving yet
    expect((await dayOf('2026-11-19'))?.lines).toHaveLength(1)
  })

  test('leaves past days of this week alone, and names what was retired meanwhile', async () => {
    for (const day of ['2026-11-23', '2026-11-25']) {
      await kitchen.draft(day, [await kitchen.line('lunch', '红烧肉'), await kitchen.line('lunch', '青菜')])
    }
    await house.cloud.pool.query('UPDATE dish SET is_retired = true WHERE dish_id = $1', [await kitchen.dish('青菜')])
    const { value } = await copy({ fromDay: monday, toDay: '2026-11-16' })
    expect(value).toEqual({ days: ['2026-11-18'], kept: ['2026-11-16'], leftOut: ['青菜（一号窗口）'] })
    expect((await dayOf('2026-11-18'))?.lines).toMatchObject([{ dish: '红烧肉' }])
    expect((await dayOf('2026-11-16'))?.lines).toEqual([])
  })

  test('a published week is copied as new servings', async () => {
    await kitchen.publish('2026-11-19', [await kitchen.line('lunch', '红烧肉')])
    await copy()
    expect((await dayOf('2026-11-26'))?.lines[0]?.servingId).toBeUndefined()
    const days = ['2026-11-26']
    const { value } = await house.call(publishMenu, { canteenId: kitchen.canteenId, days }, kitchen.cook)
    expect(value).toMatchObject({ added: 1 })
    expect((await dayOf('2026-11-19'))?.lines[0]?.servingId).not.toBe((await dayOf('2026-11-26'))?.lines[0]?.servingId)
  })

  test('is refused into itself, and where there is nothing', async () => {
    expect((await copy({ toDay: '2026-11-18' })).refusal).toBe('SAME_WEEK')
    expect((await copy()).refusal).toBe('NOTHING_TO_COPY')
    expect((await copy({ canteenId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_CANTEEN')
  })
})
