import { changePerson, findColleagues, getPerson, listDepartments, listPeople } from '../contract/people'
import { type GivenOrg, givenDepartment, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let admin: { token: string; personId: string; staffNumber: string }

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 21, 1) })
})
beforeEach(async () => {
  org = await givenOrg(house)
  admin = await signedInAs(house, org, ['admin'], {
    name: '管理员',
    pinyin: 'guanliyuan',
    initials: 'gly',
    staffNumber: 'A0',
  })
})
afterAll(() => house.end())

async function givenOffice() {
  await givenPerson(house, org, { name: '张伟', pinyin: 'zhangwei', initials: 'zw', staffNumber: 'B100' })
  await givenPerson(house, org, { name: '张薇', pinyin: 'zhangwei', initials: 'zw', staffNumber: 'B200' })
  await givenPerson(house, org, { name: '王张氏', pinyin: 'wangzhangshi', initials: 'wzs', staffNumber: 'B300' })
  await givenPerson(house, org, { name: '李娜', pinyin: 'lina', initials: 'ln', staffNumber: 'C_%1' })
}
const names = (answer: { value?: { items: { name: string }[] } }) => answer.value?.items.map(({ name }) => name)

describe('departments', () => {
  test('come as a tree with how many people work directly in each, those who left not counted', async () => {
    const { departmentId: top } = org
    const below = await givenDepartment(house, org.orgId, '文印室', top)
    await givenPerson(house, org, { departmentId: below })
    const gone = await givenPerson(house, org, { departmentId: below })
    await house.call(changePerson, { personId: gone.personId, status: 'left' }, { token: admin.token })
    const { value } = await house.call(listDepartments, {}, { token: admin.token })
    expect(value?.departments).toEqual([
      { departmentId: top, name: '院办公室', path: ['院办公室'], people: 1 },
      { departmentId: below, parentId: top, name: '文印室', path: ['院办公室', '文印室'], people: 1 },
    ])
  })
})

describe('looking for a colleague', () => {
  const find = async (query: string) => {
    const secretary = { name: '秘书', pinyin: 'mishu', initials: 'ms' }
    const { token } = await signedInAs(house, org, ['proxy'], secretary)
    return house.call(findColleagues, { query }, { token })
  }

  test.each([
    ['张伟', ['张伟']],
    ['张', ['张伟', '张薇', '王张氏']],
    ['zhangwei', ['张伟', '张薇']],
    ['ZHANG wei', ['张伟', '张薇']],
    ['ｚｗ', ['张伟', '张薇']],
    ['zhang', ['张伟', '张薇', '王张氏']],
    ['b200', ['张薇']],
    ['C_%', ['李娜']],
    ['_', ['李娜']],
    ['没有这个人', []],
  ])('by %s finds the best fit first', async (query, expected) => {
    await givenOffice()
    expect(names(await find(query))).toEqual(expected)
  })

  test('shows no phone, nobody who left, and is for those who book for others', async () => {
    const { personId } = await givenPerson(house, org, { name: '离职者', phone: '13800000009' })
    const shown = await find('离职者')
    expect(Object.keys(shown.value?.items[0] ?? {}).sort()).toEqual(['department', 'name', 'personId', 'staffNumber'])
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    expect(names(await find('离职者'))).toEqual([])
    const { token } = await signedInAs(house, org)
    expect((await house.call(findColleagues, { query: '张' }, { token })).fault).toBe('FORBIDDEN')
  })

  test('page by page finds everybody once', async () => {
    for (let i = 0; i < 25; i++)
      await givenPerson(house, org, { pinyin: 'chenming', initials: 'cm', staffNumber: `P${i}` })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { value } = await house.call(findColleagues, { query: 'cm', limit: 7, cursor }, { token: admin.token })
      seen.push(...(value?.items.map(({ staffNumber }) => staffNumber) ?? []))
      cursor = value?.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })
})

describe('the roster', () => {
  const list = (input: Parameters<typeof house.call<typeof listPeople>>[1]) =>
    house.call(listPeople, input, { token: admin.token })

  test('masks phones in the list and shows one whole to an administrator who opens the person', async () => {
    const { personId } = await givenPerson(house, org, { name: '李娜', phone: '13812345678' })
    const inList = (await list({ query: '李娜' })).value?.items[0]
    expect(inList).toMatchObject({ personId, phone: '138****5678', department: '院办公室', isBound: false, duties: [] })
    const whole = await house.call(getPerson, { personId }, { token: admin.token })
    expect(whole.value).toMatchObject({ phone: '13812345678', status: 'active', identities: [] })
    const unknown = await house.call(getPerson, { personId: crypto.randomUUID() }, { token: admin.token })
    expect(unknown).toEqual({ status: 200, refusal: 'NO_SUCH_PERSON' })
  })

  test('is narrowed by department with all below it, by duty, by state and by search', async () => {
    const below = await givenDepartment(house, org.orgId, '文印室', org.departmentId)
    const beside = await givenDepartment(house, org.orgId, '工程部')
    await givenPerson(house, org, { name: '甲', departmentId: below })
    await givenPerson(house, org, { name: '乙', departmentId: beside, duties: ['technician', 'steward'] })
    const away = await givenPerson(house, org, { name: '丙', departmentId: beside })
    await house.call(changePerson, { personId: away.personId, status: 'onLeave' }, { token: admin.token })
    expect(names(await list({ departmentId: org.departmentId }))).toEqual(['管理员', '甲'])
    expect(names(await list({ departmentId: beside }))).toEqual(['乙', '丙'])
    expect(names(await list({ duty: 'steward' }))).toEqual(['乙'])
    expect((await list({ duty: 'staff' })).value?.total).toBe(4)
    expect(names(await list({ status: 'onLeave' }))).toEqual(['丙'])
    expect(names(await list({ query: '乙', duty: 'kitchen' }))).toEqual([])
  })

  test('comes in pages that miss nobody, and says how many there are in all', async () => {
    for (let i = 0; i < 12; i++) await givenPerson(house, org, { staffNumber: `P${String(i).padStart(2, '0')}` })
    const first = await list({ limit: 5 })
    expect(first.value?.total).toBe(13)
    const second = await list({ limit: 5, cursor: first.value?.nextCursor })
    const third = await list({ limit: 5, cursor: second.value?.nextCursor })
    const numbers = [first, second, third].flatMap(({ value }) => value?.items.map((one) => one.staffNumber) ?? [])
    expect(numbers).toEqual(['A0', ...Array.from({ length: 12 }, (_, i) => `P${String(i).padStart(2, '0')}`)])
    expect(third.value?.nextCursor).toBeUndefined()
  })

  test.each([
    'x',
    '0',
    'W10',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["a\\u0000"]').toString('base64url'),
  ])('does not take %s for a page it began', async (cursor) => {
    const answer = await list({ cursor })
    expect(answer).toMatchObject({
      status: 400,
      issues: [{ path: 'cursor', message: expect.stringContaining('翻页位置不对') }],
    })
  })
})
