import { changePerson, getPerson, listNotices, readNotices } from '../contract/people'
import { getMe } from '../contract/people-sign-in'
import { tellPerson } from '../functions/tell'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
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

describe('changing somebody', () => {
  const change = (input: Parameters<typeof house.call<typeof changePerson>>[1], token = admin.token) =>
    house.call(changePerson, input, { token })

  test('changes what is given and leaves the rest', async () => {
    const { personId } = await givenPerson(house, org, { phone: '13800000001', duties: ['fleet'] })
    const changed = await change({
      personId,
      office: '三楼 301',
      phone: '+86 138-0000-0099',
      duties: ['kitchen', 'staff', 'kitchen'],
    })
    expect(changed.value).toMatchObject({
      office: '三楼 301',
      phone: '138****0099',
      duties: ['kitchen'],
      status: 'active',
    })
    await change({ personId, note: '返聘' })
    const whole = await house.call(getPerson, { personId }, { token: admin.token })
    expect(whole.value).toMatchObject({ phone: '13800000099', office: '三楼 301', note: '返聘', duties: ['kitchen'] })
    await change({ personId, phone: '', office: '' })
    expect((await house.call(getPerson, { personId }, { token: admin.token })).value).toMatchObject({
      phone: '',
      office: '',
    })
  })

  test('writes down what was changed, but no phone number', async () => {
    const { personId } = await givenPerson(house, org)
    await change({ personId, phone: '13877776666' })
    const { rows } = await house.cloud.pool.query<{ detail: object }>(
      "SELECT detail FROM audit_entry WHERE procedure = 'people.changePerson' AND detail->>'personId' = $1",
      [personId],
    )
    expect(rows).toEqual([{ detail: { personId, changed: ['phone'] } }])
  })

  test('never takes away the last active administrator', async () => {
    const { personId } = admin
    for (const input of [{ duties: [] }, { status: 'left' as const }, { status: 'onLeave' as const }]) {
      expect(await change({ personId, ...input })).toEqual({ status: 200, refusal: 'LAST_ADMIN' })
    }
    const second = await givenPerson(house, org, { duties: ['admin'] })
    await change({ personId: second.personId, status: 'onLeave' })
    expect(await change({ personId, duties: [] })).toMatchObject({ refusal: 'LAST_ADMIN' })
    await change({ personId: second.personId, status: 'active' })
    expect((await change({ personId, duties: [] })).value?.duties).toEqual([])
  })

  test('two administrators who remove each other at the same moment leave one of them, every time', async () => {
    for (let round = 0; round < 12; round++) {
      const place = await givenOrg(house)
      const [one, other] = [await signedInAs(house, place, ['admin']), await signedInAs(house, place, ['admin'])]
      const answers = await Promise.all([
        change({ personId: other.personId, status: 'left' }, one.token),
        change({ personId: one.personId, duties: [] }, other.token),
      ])
      expect(answers.filter((answer) => answer.value)).toHaveLength(1)
      const { rows } = await house.cloud.pool.query(
        "SELECT person_id FROM person WHERE org_id = $1 AND 'admin' = ANY(duties) AND status = 'active'",
        [place.orgId],
      )
      expect(rows).toHaveLength(1)
    }
  })

  test('who is not there is refused', async () => {
    expect(await change({ personId: crypto.randomUUID(), note: 'x' })).toMatchObject({ refusal: 'NO_SUCH_PERSON' })
    expect(await change({ personId: crypto.randomUUID() })).toMatchObject({ refusal: 'NO_SUCH_PERSON' })
  })
})

describe('the inbox', () => {
  test('is newest first, page by page, and read all at once', async () => {
    const { token, personId } = await signedInAs(house, org)
    const other = await signedInAs(house, org)
    const now = house.cloud.clock()
    for (let i = 0; i < 5; i++) {
      // two of the same moment
      const at = now + Math.floor(i / 2) * 60_000
      await tellPerson(
        house.cloud.db,
        { orgId: org.orgId, personId, now: at },
        { title: `第${i}条`, body: '', path: '' },
      )
    }
    expect((await house.call(getMe, {}, { token })).value?.unreadNotices).toBe(5)
    const first = await house.call(listNotices, { limit: 2 }, { token })
    const second = await house.call(listNotices, { limit: 2, cursor: first.value?.nextCursor }, { token })
    const third = await house.call(listNotices, { limit: 2, cursor: second.value?.nextCursor }, { token })
    const titles = [first, second, third].flatMap(({ value }) => value?.items.map(({ title }) => title) ?? [])
    expect(titles[0]).toBe('第4条')
    expect([...titles].sort()).toEqual(['第0条', '第1条', '第2条', '第3条', '第4条'])
    expect(third.value?.nextCursor).toBeUndefined()
    expect((await house.call(readNotices, {}, { token: other.token })).value).toEqual({ read: 0 })
    expect((await house.call(readNotices, {}, { token })).value).toEqual({ read: 5 })
    expect((await house.call(listNotices, {}, { token })).value).toMatchObject({
      unread: 0,
      items: [{ isRead: true }, {}, {}, {}, {}],
    })
  })
})
