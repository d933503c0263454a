import { getMenuWeek } from '../contract/canteen'
import { getHeadcount, listOvertime, recordServed } from '../contract/canteen-headcount'
import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import type { MealWord } from '../contract/canteen-words'
import type { InputOf } from '../contract/procedure'
import { instantAt } from '../contract/zone'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { givenDepartment, signedInAs } from './support/given'
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

const reserve = ({ token }: Diner, wish: Partial<InputOf<typeof reserveMeal>> = {}) =>
  house.call(reserveMeal, { canteenId: kitchen.canteenId, day: monday, meal: 'lunch', ...wish }, { token })
const headcount = async () =>
  (await house.call(getHeadcount, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)).value
const servingsOf = async (meal: MealWord) => {
  const { value } = await house.call(getMenuWeek, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)
  return value?.days[0]?.sittings.find((each) => each.meal === meal)?.servings.map(({ servingId }) => servingId) ?? []
}

test('the kitchen counts heads by meal, portion and dish, without a single name', async () => {
  await kitchen.publish(
    monday,
    [
      await kitchen.line('lunch', '红烧肉', { hasHalf: true, places: 30 }),
      await kitchen.line('lunch', '青菜', { hasHalf: true }),
      await kitchen.line('dinner', '红烧肉'),
    ],
    { mealPlaces: [{ meal: 'dinner', places: 80 }] },
  )
  const [meat = '', green = ''] = await servingsOf('lunch')
  const people = await Promise.all([1, 2, 3, 4].map((n) => kitchen.diner(`保密${n}`)))
  const [first, second, third, fourth] = people as [Diner, Diner, Diner, Diner]
  await reserve(first, { servingIds: [meat, green] })
  await reserve(second, { portion: 'half', servingIds: [green] })
  await reserve(third)
  await house.call(declineMeal, { canteenId: kitchen.canteenId, day: monday, meal: 'lunch' }, fourth)
  await reserve(fourth, { meal: 'dinner' })
  const counted = await headcount()
  expect(counted?.meals).toMatchObject([
    {
      meal: 'lunch',
      eats: 3,
      half: 1,
      skips: 1,
      dishes: [
        { dish: '红烧肉', window: '一号窗口', reserved: 1, places: 30, isSoldOut: false },
        { dish: '青菜', reserved: 2 },
      ],
    },
    { meal: 'dinner', eats: 1, half: 0, skips: 0, places: 80, dishes: [{ reserved: 0 }] },
  ])
  expect(counted?.meals[0]?.places).toBeUndefined()
  expect(JSON.stringify(counted)).not.toContain('保密')
  // who changes their mind is counted once
  await reserve(first, { servingIds: [green] })
  expect((await headcount())?.meals[0]).toMatchObject({ eats: 3, dishes: [{ reserved: 0 }, { reserved: 2 }] })
})

test('what was served and left over is entered once the meal has begun, and may be put right', async () => {
  await kitchen.publish(monday, [await kitchen.line('lunch', '红烧肉')])
  const sittingId = (await headcount())?.meals[0]?.sittingId ?? ''
  const record = (served: number, leftoverKg?: number) =>
    house.call(recordServed, { sittingId, served, leftoverKg }, kitchen.cook)
  house.setNow(instantAt(monday, 680, '+08:00') - 1)
  expect((await record(120)).refusal).toBe('NOT_YET_OPEN')
  house.setNow(instantAt(monday, 680, '+08:00'))
  expect((await record(120, 3.25)).value).toEqual({ sittingId, served: 120, leftoverKg: 3.25 })
  expect((await headcount())?.meals[0]).toMatchObject({ served: 120, leftoverKg: 3.25 })
  await record(125)
  const [lunch] = (await headcount())?.meals ?? []
  expect(lunch?.served).toBe(125)
  expect(lunch?.leftoverKg).toBeUndefined()
  const unknown = { sittingId: crypto.randomUUID(), served: 1 }
  expect((await house.call(recordServed, unknown, kitchen.cook)).refusal).toBe('NO_SUCH_SITTING')
})

test('the list of overtime dinners has names, by department, and looking at it leaves an entry', async () => {
  await kitchen.publish(monday, [await kitchen.line('overtime', '红烧肉'), await kitchen.line('lunch', '青菜')])
  const parent = await givenDepartment(house, kitchen.org.orgId, '信息中心')
  const departmentId = await givenDepartment(house, kitchen.org.orgId, '运维科', parent)
  const late = await signedInAs(house, kitchen.org, [], { name: '孙加班', staffNumber: 'A1', departmentId })
  const office = await signedInAs(house, kitchen.org, [], { name: '钱值班', staffNumber: 'A2' })
  await reserve(late, { meal: 'overtime', portion: 'half', note: '不要香菜' })
  await reserve(office, { meal: 'overtime' })
  await reserve(await kitchen.diner('只吃午饭'))
  const { value } = await house.call(listOvertime, { canteenId: kitchen.canteenId, day: monday }, kitchen.cook)
  expect(value?.people).toEqual([
    { name: '孙加班', staffNumber: 'A1', department: '信息中心 / 运维科', portion: 'half', note: '不要香菜' },
    { name: '钱值班', staffNumber: 'A2', department: '院办公室', portion: 'full', note: '' },
  ])
  const { rows } = await house.cloud.pool.query(
    "SELECT person_id, kind, detail FROM audit_entry WHERE org_id = $1 AND procedure = 'canteen.listOvertime'",
    [kitchen.org.orgId],
  )
  expect(rows).toEqual([
    {
      person_id: kitchen.cook.personId,
      kind: 'read',
      detail: { canteenId: kitchen.canteenId, day: monday, people: 2 },
    },
  ])
  expect((await house.call(listOvertime, { canteenId: kitchen.canteenId, day: monday }, late)).fault).toBe('FORBIDDEN')
})

test('nobody counts in a canteen of another institution', async () => {
  const other = await startKitchen(house)
  for (const procedure of [getHeadcount, listOvertime]) {
    const { refusal } = await house.call(procedure, { canteenId: other.canteenId, day: monday }, kitchen.cook)
    expect(refusal).toBe('NO_SUCH_CANTEEN')
  }
})
