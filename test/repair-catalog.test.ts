import type { InputOf } from '../contract/procedure'
import { getTicket } from '../contract/repair'
import {
  getRepairSetting,
  listCategories,
  listTechnicians,
  type RepairSetting,
  saveCategory,
  saveRepairSetting,
  saveTechnician,
} from '../contract/repair-catalog'
import { tick } from '../functions/tick'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenCategory, givenTechnician, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let desk: string
/** Friday, 09:00 in the institution's zone. */
const begin = Date.UTC(2026, 10, 20, 1)

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  org = await givenOrg(house)
  desk = (await signedInAs(house, org, ['dispatcher'])).token
})
afterAll(() => house.end())

type Wish = Partial<InputOf<typeof saveCategory>>
const save = (wish: Wish, token = desk) =>
  house.call(saveCategory, { kind: 'repair', name: '空调', ...wish }, { token })

async function made(wish: Wish = {}): Promise<string> {
  const { value, refusal } = await save(wish)
  if (!value) throw new Error(`no category was saved: ${refusal}`)
  return value.categoryId
}

const twoHours = { normal: { response: { clock: 'service', minutes: 120 } as const }, urgent: {} }

describe('the category tree', () => {
  test('keeps what was saved, shows groups and categories in their order, and the retired only when asked', async () => {
    const group = await made({ sortOrder: 20 })
    const wish: Wish = {
      parentId: group,
      name: '不制冷',
      skill: '空调',
      questions: [{ question: '面板上显示什么？', choices: ['正常', '不亮'] }, { question: '从何时起？' }],
      selfHelp: '先看面板。',
      limits: twoHours,
      sortOrder: 10,
    }
    const { value } = await save(wish)
    expect(value).toMatchObject({ ...wish, questions: [{}, { question: '从何时起？', choices: [] }] })
    await made({ name: '旧类', sortOrder: 30, isRetired: true })
    const retiredGroup = await made({ name: '撤销的组', sortOrder: 40 })
    const below = await made({ name: '组内', parentId: retiredGroup, sortOrder: 50 })
    await save({ categoryId: retiredGroup, name: '撤销的组', isRetired: true })

    const staff = await signedInAs(house, org)
    const names = async (withRetired: boolean) =>
      (await house.call(listCategories, { withRetired }, { token: staff.token })).value?.categories.map((c) => c.name)
    expect(await names(false)).toEqual(['不制冷', '空调'])
    expect(await names(true)).toEqual(expect.arrayContaining(['旧类', '撤销的组', '组内']))
    const shown = (await house.call(listCategories, {}, { token: staff.token })).value?.categories[0]
    expect(shown).toEqual(value)
    expect(below).toBeDefined()
  })

  test('has two levels, of one kind from top to bottom', async () => {
    const group = await made()
    const leaf = await made({ name: '不制冷', parentId: group })
    const cleaning = await made({ kind: 'cleaning', name: '保洁' })
    expect((await save({ name: '更深', parentId: leaf })).refusal).toBe('TOO_DEEP')
    expect((await save({ categoryId: group, parentId: group })).refusal).toBe('TOO_DEEP')
    expect((await save({ categoryId: group, parentId: await made({ name: '水电' }) })).refusal).toBe('HAS_CATEGORIES')
    expect((await save({ categoryId: group, kind: 'hazard' })).refusal).toBe('HAS_CATEGORIES')
    expect((await save({ name: '混种', parentId: cleaning })).refusal).toBe('NO_SUCH_CATEGORY')
    expect((await save({ categoryId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_CATEGORY')
    expect((await save({ parentId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_CATEGORY')
  })

  test('has every name once in its group, also when two people add it at the same moment', async () => {
    const group = await made()
    const both = await Promise.all([save({ name: '异响', parentId: group }), save({ name: '异响', parentId: group })])
    expect(both.map(({ refusal }) => refusal).sort()).toEqual(['NAME_TAKEN', undefined])
    // elsewhere, and once the first is retired, the name is free
    expect((await save({ name: '异响' })).value).toBeDefined()
    const first = both.find(({ value }) => value)?.value?.categoryId
    await save({ categoryId: first, name: '异响', parentId: group, isRetired: true })
    expect((await save({ name: '异响', parentId: group })).value).toBeDefined()
    expect((await save({ categoryId: first, name: '异响', parentId: group })).refusal).toBe('NAME_TAKEN')
  })

  test('never becomes deeper than two levels by two who rearrange it at once', async () => {
    for (let round = 1; round <= 5; round++) {
      const [one, other] = [await made({ name: `甲${round}` }), await made({ name: `乙${round}` })]
      const both = await Promise.all([
        save({ categoryId: one, name: `甲${round}`, parentId: other }),
        save({ categoryId: other, name: `乙${round}`, parentId: one }),
      ])
      expect(both.map(({ refusal }) => refusal).sort()).toEqual(['TOO_DEEP', undefined])
    }
  })

  test('changes for whoever reports from now on; open tickets keep the limits they were reported under', async () => {
    const categoryId = await givenCategory(house, org, { name: '网络', limits: twoHours.normal })
    const before = await givenTicket(house, org, { categoryId })
    const known = (await house.call(listCategories, {}, { token: desk })).value?.categories.find(
      (category) => category.categoryId === categoryId,
    )
    const limits = { normal: { response: { clock: 'service', minutes: 60 } as const }, urgent: {} }
    await save({ ...known, limits })
    const after = await givenTicket(house, org, { categoryId })
    expect([before.responseDueAt, after.responseDueAt].map((at) => at?.slice(11, 16))).toEqual(['11:00', '10:00'])
    await tick(house.cloud)
    const shown = await house.call(getTicket, { ticketId: before.ticketId }, { token: before.token })
    expect(shown.value?.clocks.map(({ dueAt }) => dueAt.slice(11, 16))).toEqual(['11:00'])
  })

  test('is kept by desk and administrators, not by technicians', async () => {
    const technician = await givenTechnician(house, org)
    const answer = await save({}, technician.token)
    expect(answer.status).toBe(403)
  })
})

const week = (workday: [number, number][]) => [workday, workday, workday, workday, workday, [], []]

describe('settings', () => {
  const setting = async () => (await house.call(getRepairSetting, {}, { token: desk })).value as RepairSetting

  test('are kept as they were saved, each day in order', async () => {
    const wish: RepairSetting = {
      dutyPhone: '010-55501234',
      weekly: week([
        [840, 1080],
        [480, 720],
      ]),
      publishedThrough: 2027,
      dispatch: 'desk',
      escalation: { response: ['dispatcher'], plan: [], resolve: ['manager', 'admin'], visit: ['manager'] },
    }
    const { value } = await house.call(saveRepairSetting, wish, { token: desk })
    expect(value).toEqual({
      ...wish,
      weekly: week([
        [480, 720],
        [840, 1080],
      ]),
    })
    expect(await setting()).toEqual(value)
  })

  test('with new service hours move the deadlines of open tickets at the next tick', async () => {
    const { ticketId, token, responseDueAt } = await givenTicket(house, org, {
      limits: { response: { clock: 'service', minutes: 180 } },
    })
    expect(responseDueAt?.slice(11, 16)).toBe('12:00')
    const weekly = week([
      [600, 720],
      [870, 1080],
    ])
    await house.call(saveRepairSetting, { ...(await setting()), weekly }, { token: desk })
    await tick(house.cloud)
    const { rows } = await house.cloud.pool.query('SELECT response_due_at, due_at FROM ticket WHERE ticket_id = $1', [
      ticketId,
    ])
    const due = new Date(Date.UTC(2026, 10, 20, 7, 30))
    expect(rows).toEqual([{ response_due_at: due, due_at: due }])
    expect((await house.call(getTicket, { ticketId }, { token })).value?.dueAt?.slice(11, 16)).toBe('15:30')
  })

  test.each([
    [
      'overlapping hours',
      week([
        [480, 720],
        [700, 900],
      ]),
      '周一的服务时段互相重叠',
    ],
    ['hours that end before they begin', week([[720, 480]]), '周一的服务时间有误'],
    ['no hours at all', week([]), '一周中至少要有一段服务时间'],
  ])('with %s are refused with what is wrong', async (_what, weekly, said) => {
    const before = await setting()
    const { refusal, detail } = await house.call(saveRepairSetting, { ...before, weekly }, { token: desk })
    expect([refusal, String(detail?.problem)]).toEqual(['HOURS_INVALID', expect.stringContaining(said)])
    expect(await setting()).toEqual(before)
  })
})

describe('technicians', () => {
  const shifts = week([[480, 1080]])
  const wish = (personId: string, more = {}) => ({ personId, skills: ['空调'], buildingIds: [], shifts, ...more })

  test('are listed with what they have open and every skill that is asked for, those without an entry too', async () => {
    await givenCategory(house, org, { skill: '水暖' })
    const bare = await signedInAs(house, org, ['technician'], { name: '新师傅' })
    await signedInAs(house, org, ['technician', 'dispatcher'], { name: '兼职' })
    const { value } = await house.call(listTechnicians, {}, { token: desk })
    expect(value?.technicians.map(({ name }) => name)).toEqual(expect.arrayContaining(['新师傅', '兼职']))
    expect(value?.technicians[0]).toMatchObject({ skills: [], buildingIds: [], shifts: week([]), load: 0 })
    expect(value?.skills).toEqual(['水暖'])

    const saved = await house.call(
      saveTechnician,
      wish(bare.personId, { skills: ['空调', '空调', '木工'], buildingIds: [org.buildingId], awayFrom: '2026-12-01' }),
      { token: desk },
    )
    const expected = { skills: ['空调', '木工'], buildingIds: [org.buildingId], shifts, awayFrom: '2026-12-01' }
    expect(saved.value).toMatchObject(expected)
    const again = await house.call(listTechnicians, {}, { token: desk })
    expect(again.value?.technicians.find(({ personId }) => personId === bare.personId)).toEqual(saved.value)
    expect(again.value?.skills).toEqual(['水暖', '空调', '木工'])
    // whoever is back is back
    const back = await house.call(saveTechnician, wish(bare.personId), { token: desk })
    expect(back.value).not.toHaveProperty('awayFrom')
  })

  test('who are none, elsewhere or at impossible hours are refused', async () => {
    const clerk = await signedInAs(house, org)
    const { personId } = await givenTechnician(house, org)
    const abroad = await givenOrg(house, '别的单位')
    const refused = async (input: ReturnType<typeof wish>) =>
      (await house.call(saveTechnician, input, { token: desk })).refusal
    expect(await refused(wish(clerk.personId))).toBe('NOT_A_TECHNICIAN')
    expect(await refused(wish((await givenTechnician(house, abroad)).personId))).toBe('NOT_A_TECHNICIAN')
    expect(await refused(wish(personId, { buildingIds: [abroad.buildingId] }))).toBe('NO_SUCH_PLACE')
    expect(await refused(wish(personId, { shifts: week([[600, 500]]) }))).toBe('HOURS_INVALID')
    expect(await refused(wish(personId, { awayFrom: '2026-12-02', awayUntil: '2026-12-01' }))).toBe('ENDS_BEFORE_START')
  })
})
