import { getMenuWeek } from '../contract/canteen'
import { declineMeal, getMyMeals, listMyMeals, reserveMeal } from '../contract/canteen-meals'
import { rateServing } from '../contract/canteen-ratings'
import type { MealWord } from '../contract/canteen-words'
import { listNotices } from '../contract/people'
import type { InputOf } from '../contract/procedure'
import { addDays, type Day, instantAt } from '../contract/zone'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Saturday, 2026-11-21, 09:00 in +08:00. */
const now = Date.UTC(2026, 10, 21, 1)
const [sunday, monday] = ['2026-11-22', '2026-11-23'] as const
const second = 1000

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

type Wish = Partial<InputOf<typeof reserveMeal>>
const where = (wish: Wish = {}) => ({ canteenId: kitchen.canteenId, day: monday, meal: 'lunch' as MealWord, ...wish })
const reserve = (wish: Wish = {}, { token } = diner) => house.call(reserveMeal, where(wish), { token })
const decline = (wish: Wish = {}, { token } = diner) => house.call(declineMeal, where(wish), { token })
const answers = async () =>
  (await house.cloud.pool.query('SELECT * FROM meal_answer WHERE org_id = $1', [kitchen.org.orgId])).rows
const sittingsOn = async (day: Day = monday) => {
  const { value } = await house.call(getMenuWeek, { canteenId: kitchen.canteenId, day }, diner)
  return value?.days.find((each) => each.day === day)?.sittings ?? []
}
const home = async (whose = diner) => (await house.call(getMyMeals, {}, whose)).value

describe.each([
  ['+08:00', 540],
  ['-03:30', 540],
  ['+05:45', 0],
])('the cut-off in %s at minute %i', (zone, cutoffMinute) => {
  let cutoff: number
  beforeEach(async () => {
    await house.cloud.db.updateTable('org').set({ zone }).where('orgId', '=', kitchen.org.orgId).execute()
    await house.cloud.db
      .updateTable('canteenMeal')
      .set({ cutoffMinute })
      .where('canteenId', '=', kitchen.canteenId)
      .execute()
    kitchen.cook = await signedInAs(house, kitchen.org, ['kitchen'])
    diner = await kitchen.diner()
    const { canteenId } = kitchen
    const again = await startKitchen(house, {}, kitchen)
    await house.cloud.db
      .updateTable('canteenMeal')
      .set({ cutoffMinute })
      .where('canteenId', '=', again.canteenId)
      .execute()
    kitchen = again
    expect(kitchen.canteenId).not.toBe(canteenId)
    await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')])
    cutoff = instantAt(monday, cutoffMinute, zone)
  })

  test('one second before it is in time; on the second it is too late, and so it is after', async () => {
    house.setNow(cutoff - second)
    expect((await reserve()).value).toMatchObject({ answer: 'eats' })
    expect((await decline()).value).toMatchObject({ answer: 'skips' })
    expect((await reserve()).value).toMatchObject({ answer: 'eats' })
    for (const late of [cutoff, cutoff + 1, cutoff + second]) {
      house.setNow(late)
      expect((await reserve({ portion: 'half' })).refusal).toBe('PAST_CUTOFF')
      expect((await decline()).refusal).toBe('PAST_CUTOFF')
    }
    house.setNow(cutoff - 1)
    expect((await decline()).value).toMatchObject({ answer: 'skips' })
    const [sitting] = await sittingsOn()
    expect(sitting?.cutoffAt).toMatch(zone)
    expect((await reserve()).value?.cutoffAt).toBe(sitting?.cutoffAt)
  })
})

test('a key sent twice is one answer, and one entry in the log; with another wish it is refused', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')], { mealPlaces: [{ meal: 'lunch', places: 5 }] })
  const key = crypto.randomUUID()
  const send = (portion: 'full' | 'half') => house.call(reserveMeal, where({ portion }), { token: diner.token, key })
  const all = await Promise.all(Array.from({ length: 6 }, () => send('full')))
  expect(new Set(all.map((answer) => JSON.stringify(answer.value))).size).toBe(1)
  expect(all[0]?.value).toMatchObject({ answer: 'eats', portion: 'full', servingIds: [] })
  expect((await sittingsOn())[0]?.placesLeft).toBe(4)
  house.setNow(instantAt(monday, 1200, '+08:00'))
  expect((await send('full')).value).toEqual(all[0]?.value)
  expect(await send('half')).toMatchObject({ fault: 'BAD_INPUT' })
  const { rows } = await house.cloud.pool.query(
    "SELECT detail FROM audit_entry WHERE org_id = $1 AND procedure = 'canteen.reserveMeal'",
    [kitchen.org.orgId],
  )
  expect(rows).toEqual([{ detail: { ...where(), answer: 'eats' } }])
})

test('refused: nothing published, not asked about, a dish of another meal, half of what has no half', async () => {
  expect((await reserve()).refusal).toBe('NO_SUCH_SITTING')
  const whole = await kitchen.line('lunch', '红烧肉')
  const halves = await kitchen.line('lunch', '青菜', { hasHalf: true })
  await kitchen.publish(monday, [whole, halves, await kitchen.line('dinner', '红烧肉')])
  const [lunch, dinner] = await sittingsOn()
  const [meat = '', green = ''] = lunch?.servings.map(({ servingId }) => servingId) ?? []
  expect((await reserve({ meal: 'supper' })).refusal).toBe('NO_SUCH_SITTING')
  expect((await reserve({ servingIds: [meat, dinner?.servings[0]?.servingId ?? ''] })).refusal).toBe('NO_SUCH_SERVING')
  expect((await reserve({ servingIds: [meat, green], portion: 'half' })).refusal).toBe('NO_HALF_PORTION')
  expect((await reserve({ servingIds: [green], portion: 'half' })).value).toMatchObject({ portion: 'half' })
  expect((await reserve({ portion: 'half' })).value).toMatchObject({ portion: 'half', servingIds: [] })
  await house.cloud.db
    .updateTable('canteenMeal')
    .set({ isReservable: false })
    .where('canteenId', '=', kitchen.canteenId)
    .execute()
  await kitchen.publish(sunday, [whole])
  expect((await reserve({ day: sunday })).refusal).toBe('NOT_RESERVABLE')
  expect((await decline({ day: sunday })).refusal).toBe('NOT_RESERVABLE')
  expect(await answers()).toHaveLength(1)
})

test('one answer to a meal, wherever: who moves to another canteen eats there only, and not after its cut-off', async () => {
  const other = await startKitchen(house, {}, kitchen)
  for (const each of [kitchen, other]) await each.publish(monday, [await each.line('lunch', '红烧肉')])
  await reserve()
  expect((await reserve({ canteenId: other.canteenId })).value).toMatchObject({ canteenId: other.canteenId })
  expect(await answers()).toMatchObject([{ answer: 'eats' }])
  expect((await sittingsOn())[0]?.mine).toBeUndefined()
  // the first canteen counts on nobody, the second one does: after its cut-off nobody leaves it
  await house.cloud.pool.query('UPDATE sitting SET cutoff_at = $1 WHERE canteen_id = $2', [
    new Date(now),
    other.canteenId,
  ])
  expect((await reserve()).refusal).toBe('PAST_CUTOFF')
  // unless it does not cook that meal any more
  await other.publish(monday, [], { isClosed: true })
  expect((await reserve()).value).toMatchObject({ canteenId: kitchen.canteenId, answer: 'eats' })
})

test('those entrusted answer for others, who are told; others do not', async () => {
  await kitchen.publish(monday, [await kitchen.line('overtime', '红烧肉')])
  const wish = { meal: 'overtime' as const, forPersonId: diner.personId, note: '送到三楼' }
  for (const duties of [[], ['kitchen']] as const) {
    const { refusal } = await reserve(wish, await signedInAs(house, kitchen.org, [...duties]))
    expect(refusal).toBe('NOT_FOR_OTHERS')
  }
  const proxy = await signedInAs(house, kitchen.org, ['proxy'], { name: '周秘书' })
  expect((await reserve(wish, proxy)).value).toMatchObject({ answer: 'eats' })
  expect(await answers()).toMatchObject([{ person_id: diner.personId, by_id: proxy.personId, note: '送到三楼' }])
  house.setNow(now + second)
  expect((await decline({ meal: 'overtime', forPersonId: diner.personId }, proxy)).value?.answer).toBe('skips')
  const { value } = await house.call(listNotices, {}, diner)
  expect(value?.items.map(({ body }) => body)).toEqual([
    '周秘书替你取消了11月23日 周一的加班餐。如需改动，请在截止时间前到「我的用餐」里修改。',
    '周秘书替你报了11月23日 周一的加班餐。如需改动，请在截止时间前到「我的用餐」里修改。',
  ])
  expect((await reserve({ ...wish, forPersonId: crypto.randomUUID() }, proxy)).refusal).toBe('NO_SUCH_PERSON')
  // for oneself by name is nobody else
  expect((await reserve({ meal: 'overtime', forPersonId: diner.personId })).value?.answer).toBe('eats')
  expect((await house.call(listNotices, {}, diner)).value?.items).toHaveLength(2)
})

describe('on the home page', () => {
  test('stands the next meal that can still be answered, with the portion one had last', async () => {
    expect(await home()).toMatchObject({ toRate: [] })
    await kitchen.publish(sunday, [await kitchen.line('lunch', '红烧肉'), await kitchen.line('dinner', '青菜')])
    await kitchen.publish(monday, [await kitchen.line('breakfast', '白粥')])
    expect((await home())?.next).toMatchObject({
      day: sunday,
      meal: 'lunch',
      cutoffAt: '2026-11-22T09:00:00+08:00',
      suggestedPortion: 'full',
      dishes: ['红烧肉'],
    })
    await reserve({ day: sunday, portion: 'half' })
    expect((await home())?.next).toMatchObject({ meal: 'lunch', mine: { answer: 'eats', portion: 'half' } })
    house.setNow(instantAt(sunday, 540, '+08:00'))
    expect((await home())?.next).toMatchObject({ meal: 'dinner', suggestedPortion: 'half' })
    expect((await home())?.next?.mine).toBeUndefined()
    house.setNow(instantAt(sunday, 900, '+08:00'))
    expect((await home())?.next).toMatchObject({ day: monday, meal: 'breakfast' })
    house.setNow(instantAt(sunday, 1200, '+08:00'))
    expect((await home())?.next).toBeUndefined()
  })

  test('stands today in a line: what is still to be had, or that it is closed', async () => {
    const today = '2026-11-21'
    await kitchen.publish(today, [await kitchen.line('lunch', '红烧肉'), await kitchen.line('dinner', '青菜')])
    expect((await home())?.today).toMatchObject({ isClosed: false, dishes: ['红烧肉', '青菜'] })
    house.setNow(instantAt(today, 800, '+08:00'))
    expect((await home())?.today).toMatchObject({ dishes: ['青菜'] })
    await kitchen.publish(today, [], { isClosed: true })
    expect((await home())?.today).toMatchObject({ isClosed: true, dishes: [] })
  })

  test('stands what one may rate: chosen dishes first, then one’s meals, then what is on today; rated ones never again', async () => {
    const lines = [await kitchen.line('lunch', '红烧肉'), await kitchen.line('lunch', '青菜')]
    await kitchen.publish(sunday, lines)
    await kitchen.publish(monday, lines)
    const [lunch] = await sittingsOn(sunday)
    const green = lunch?.servings[1]?.servingId ?? ''
    await reserve({ day: sunday, servingIds: [green] })
    const toRate = async () => (await home())?.toRate.map(({ day, dish }) => `${day} ${dish}`)
    expect(await toRate()).toEqual([])
    house.setNow(instantAt(monday, 700, '+08:00'))
    const all = [`${sunday} 青菜`, `${sunday} 红烧肉`, `${monday} 红烧肉`, `${monday} 青菜`]
    expect(await toRate()).toEqual(all)
    await house.call(rateServing, { servingId: green, stars: 4 }, diner)
    expect(await toRate()).toEqual(all.slice(1))
    house.setNow(instantAt(addDays(sunday, 3), 681, '+08:00'))
    expect(await toRate()).toEqual([])
  })
})

test('my meals: those to come first in time, past ones newest first, page by page', async () => {
  for (const day of [sunday, monday]) {
    await kitchen.publish(day, [await kitchen.line('lunch', '红烧肉'), await kitchen.line('dinner', '青菜')])
    await reserve({ day })
  }
  await decline({ meal: 'dinner' })
  const mine = async (isPast: boolean, limit = 20) => {
    const first = (await house.call(listMyMeals, { isPast, limit }, diner)).value
    const rest = first?.nextCursor
      ? (await house.call(listMyMeals, { isPast, limit, cursor: first.nextCursor }, diner)).value
      : undefined
    return [...(first?.items ?? []), ...(rest?.items ?? [])]
  }
  for (const limit of [20, 2]) {
    expect((await mine(false, limit)).map(({ day, meal, answer }) => `${day} ${meal} ${answer}`)).toEqual([
      `${sunday} lunch eats`,
      `${monday} lunch eats`,
      `${monday} dinner skips`,
    ])
  }
  expect(await mine(true)).toEqual([])
  house.setNow(instantAt(monday, 600, '+08:00'))
  expect((await mine(true)).map(({ day }) => day)).toEqual([sunday])
  expect((await mine(false)).map(({ meal, mayChange }) => [meal, mayChange])).toEqual([
    ['lunch', false],
    ['dinner', true],
  ])
})
