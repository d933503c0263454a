import { changePerson, getPerson, listAudit, listPeople, readNotices } from '../contract/people'
import { bindByInvitation, invitePerson } from '../contract/people-sign-in'
import { newBrowser } from './support/as-account'
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
  admin = await signedInAs(house, org, ['admin'], { name: '管理员' })
})
afterAll(() => house.end())

const entries = async (query = '') =>
  (await house.call(listAudit, { query, limit: 100 }, { token: admin.token })).value?.items ?? []
describe('the log', () => {
  test('keeps every write with who, what and when, newest first', async () => {
    const { personId } = await givenPerson(house, org)
    await house.call(changePerson, { personId, duties: ['kitchen'] }, { token: admin.token })
    await house.call(readNotices, {}, { token: admin.token })
    expect((await entries()).slice(0, 2)).toMatchObject([
      {
        procedure: 'people.readNotices',
        kind: 'write',
        person: `管理员 ${admin.staffNumber}`,
        at: '2026-11-21T09:00:00+08:00',
      },
      {
        procedure: 'people.changePerson',
        detail: { personId, changed: ['duties'], duties: ['kitchen'] },
        isSealed: false,
      },
    ])
  })

  test('keeps which administrator looked at whose personal data', async () => {
    const { personId } = await givenPerson(house, org)
    await house.call(getPerson, { personId }, { token: admin.token })
    await house.call(listPeople, { query: '张' }, { token: admin.token })
    expect((await entries()).slice(0, 2)).toMatchObject([
      { procedure: 'people.listPeople', kind: 'read', detail: { query: '张' } },
      { procedure: 'people.getPerson', kind: 'read', detail: { personId } },
    ])
  })

  test('keeps nothing of what was refused, and no secret', async () => {
    await house.call(changePerson, { personId: admin.personId, duties: [] }, { token: admin.token })
    const { personId, staffNumber } = await givenPerson(house, org)
    const { value } = await house.call(invitePerson, { personId }, { token: admin.token })
    const account = newBrowser()
    const binding = { account, client: 'h5' as const, staffNumber, invitationCode: value?.invitationCode ?? '' }
    const bound = await house.call(bindByInvitation, binding)
    const shown = await entries()
    expect(shown.map(({ procedure }) => procedure)).toEqual([
      'people.signIn',
      'people.bindByInvitation',
      'people.invitePerson',
      'people.signIn',
    ])
    const text = JSON.stringify(shown)
    for (const secret of [binding.invitationCode, account.secret, bound.value?.token ?? '?'])
      expect(text).not.toContain(secret)
  })

  test('is searched by colleague, also by whom something was done to, and by deed', async () => {
    const { personId, staffNumber } = await givenPerson(house, org, { name: '李娜', pinyin: 'lina', initials: 'ln' })
    await house.call(changePerson, { personId, note: '1' }, { token: admin.token })
    await house.call(readNotices, {}, { token: admin.token })
    expect((await entries('李娜')).map(({ procedure }) => procedure)).toEqual(['people.changePerson'])
    expect((await entries(staffNumber.toLowerCase())).map(({ procedure }) => procedure)).toEqual([
      'people.changePerson',
    ])
    expect((await entries('READNOTICES')).map(({ procedure }) => procedure)).toEqual(['people.readNotices'])
    expect(await entries('没有这个人')).toEqual([])
  })

  test('comes page by page without a gap, and to auditors too', async () => {
    const { token } = await signedInAs(house, org, ['auditor'])
    for (let i = 0; i < 7; i++) await house.call(readNotices, {}, { token })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { value } = await house.call(listAudit, { limit: 3, cursor }, { token })
      seen.push(...(value?.items.map(({ entryId }) => entryId) ?? []))
      cursor = value?.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(9)
    expect([...seen].sort((a, b) => Number(b) - Number(a))).toEqual(seen)
  })
})
