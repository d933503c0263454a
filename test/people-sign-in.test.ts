import { changePerson } from '../contract/people'
import { bindByInvitation, getMe, invitePerson, signIn } from '../contract/people-sign-in'
import { asWechat, newBrowser, vouchingAccounts } from './support/as-account'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let admin: { token: string; personId: string }

beforeAll(async () => {
  house = await startCloud({ accounts: vouchingAccounts })
  org = await givenOrg(house)
  admin = await signedInAs(house, org, ['admin'], { name: '管理员' })
})
afterAll(() => house.end())

const invite = async (personId: string) => {
  const { value } = await house.call(invitePerson, { personId }, { token: admin.token })
  if (!value) throw new Error('no invitation')
  return value
}
const alipay = (account: string) => ({ provider: 'alipay' as const, authCode: `auth-${account}` })
const inWechat = (openid: string) => asWechat(house, openid)
const wechat = { provider: 'wechat' as const }

describe('an account nobody knows', () => {
  test('is told so, in WeChat, in Alipay and in a browser', async () => {
    expect(await inWechat('stranger')(signIn, { account: wechat, client: 'weapp' })).toEqual({
      status: 200,
      refusal: 'NOT_BOUND',
    })
    expect(await house.call(signIn, { account: alipay('stranger'), client: 'alipay' })).toMatchObject({
      refusal: 'NOT_BOUND',
    })
    expect(await house.call(signIn, { account: newBrowser(), client: 'h5' })).toMatchObject({ refusal: 'NOT_BOUND' })
  })

  test('cannot call itself somebody of WeChat: only the platform says who is asking', async () => {
    const { personId, staffNumber } = await givenPerson(house, org)
    const { invitationCode } = await invite(personId)
    const bound = await inWechat('her-openid')(bindByInvitation, {
      account: wechat,
      client: 'weapp',
      staffNumber,
      invitationCode,
    })
    expect(bound.value?.me.personId).toBe(personId)
    const forged = {
      provider: 'wechat',
      subject: 'her-openid',
      openid: 'her-openid',
      wechatSubject: 'her-openid',
    } as const
    expect(await house.call(signIn, { account: forged, client: 'weapp' })).toEqual({
      status: 200,
      refusal: 'ACCOUNT_UNKNOWN',
    })
    expect((await inWechat('her-openid')(signIn, { account: wechat, client: 'weapp' })).value?.me.personId).toBe(
      personId,
    )
  })

  test('that Alipay does not vouch for is refused', async () => {
    const unknown = { provider: 'alipay' as const, authCode: 'made-up' }
    expect(await house.call(signIn, { account: unknown, client: 'alipay' })).toMatchObject({
      refusal: 'ACCOUNT_UNKNOWN',
    })
  })
})

describe('an invitation', () => {
  test('binds once, however its code is typed, and the account signs in from then on', async () => {
    const { personId, staffNumber } = await givenPerson(house, org, { name: '李娜' })
    const { invitationCode } = await invite(personId)
    const account = newBrowser()
    const typed = ` ${invitationCode.replace('-', ' ').toLowerCase()}`
    const bound = await house.call(bindByInvitation, {
      account,
      client: 'h5',
      staffNumber: staffNumber.toLowerCase(),
      invitationCode: typed,
    })
    expect(bound.value?.me).toMatchObject({ personId, name: '李娜', institution: { name: '测试研究院' } })
    expect((await house.call(getMe, {}, { token: bound.value?.token })).value?.personId).toBe(personId)
    expect((await house.call(signIn, { account, client: 'h5' })).value?.me.personId).toBe(personId)
    const again = { account: newBrowser(), client: 'h5' as const, staffNumber, invitationCode }
    expect(await house.call(bindByInvitation, again)).toMatchObject({ refusal: 'INVITATION_INVALID' })
  })

  test('used by eight people at once lets one in', async () => {
    const { personId, staffNumber } = await givenPerson(house, org)
    const { invitationCode } = await invite(personId)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        house.call(bindByInvitation, { account: newBrowser(), client: 'h5', staffNumber, invitationCode }),
      ),
    )
    expect(answers.filter((answer) => answer.value)).toHaveLength(1)
    expect(answers.filter((answer) => answer.refusal === 'INVITATION_INVALID')).toHaveLength(7)
  })

  test('is void after seven days, and as soon as a newer one is made', async () => {
    const { personId, staffNumber } = await givenPerson(house, org)
    const first = await invite(personId)
    const second = await invite(personId)
    const bind = (invitationCode: string) =>
      house.call(bindByInvitation, { account: newBrowser(), client: 'h5', staffNumber, invitationCode })
    expect(await bind(first.invitationCode)).toMatchObject({ refusal: 'INVITATION_INVALID' })
    const begin = house.cloud.clock()
    house.setNow(begin + 7 * 86_400_000 + 1)
    expect(await bind(second.invitationCode)).toMatchObject({ refusal: 'INVITATION_INVALID' })
    house.setNow(begin)
    expect((await bind(second.invitationCode)).value?.me.personId).toBe(personId)
  })

  test('of somebody else does not do', async () => {
    const [one, other] = [await givenPerson(house, org), await givenPerson(house, org)]
    const { invitationCode } = await invite(one.personId)
    const wrong = { account: newBrowser(), client: 'h5' as const, staffNumber: other.staffNumber, invitationCode }
    expect(await house.call(bindByInvitation, wrong)).toMatchObject({ refusal: 'INVITATION_INVALID' })
  })

  test('is nowhere in the database as it was told, not even in the kept answer, and the same key tells it again', async () => {
    const { personId } = await givenPerson(house, org)
    const key = crypto.randomUUID()
    const told = await house.call(invitePerson, { personId }, { token: admin.token, key })
    const code = told.value?.invitationCode ?? ''
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    for (const table of ['proof', 'command', 'audit_entry', 'outbox', 'notice']) {
      const { rows } = await house.cloud.pool.query(`SELECT t::text AS row FROM ${table} t`)
      expect(rows.filter(({ row }) => row.includes(code) || row.includes(code.replace('-', '')))).toEqual([])
    }
    expect(await house.call(invitePerson, { personId }, { token: admin.token, key })).toEqual(told)
  })
})

describe('trying out codes', () => {
  const wrong = (account: ReturnType<typeof newBrowser>, staffNumber: string) =>
    house.call(bindByInvitation, { account, client: 'h5', staffNumber, invitationCode: 'WRNG-2345' })

  test('ends after eight wrong ones for a staff number, from whatever accounts, also with forty at once', async () => {
    const { personId, staffNumber } = await givenPerson(house, org)
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(newBrowser(), staffNumber)))
    const count = (refusal: string) => answers.filter((answer) => answer.refusal === refusal).length
    expect([count('INVITATION_INVALID'), count('TOO_MANY_TRIES')]).toEqual([8, 32])
    const { invitationCode } = await invite(personId)
    const right = {
      account: newBrowser(),
      client: 'h5' as const,
      staffNumber: ` ${staffNumber.toLowerCase()}`,
      invitationCode,
    }
    expect(await house.call(bindByInvitation, right)).toMatchObject({ refusal: 'TOO_MANY_TRIES' })
    const begin = house.cloud.clock()
    house.setNow(begin + 3_600_001)
    expect((await house.call(bindByInvitation, right)).value?.me.personId).toBe(personId)
    house.setNow(begin)
  })

  test('ends after eight wrong ones for an account, for whatever staff numbers', async () => {
    const account = newBrowser()
    for (let i = 0; i < 8; i++)
      expect(await wrong(account, `NOBODY${i}`)).toMatchObject({ refusal: 'INVITATION_INVALID' })
    expect(await wrong(account, 'NOBODY9')).toMatchObject({ refusal: 'TOO_MANY_TRIES' })
    expect(await wrong(newBrowser(), 'NOBODY9')).toMatchObject({ refusal: 'INVITATION_INVALID' })
  })
})

describe('somebody who left', () => {
  test('cannot sign in, be invited or be bound, and can again when they are back', async () => {
    const { personId, staffNumber } = await givenPerson(house, org)
    const { invitationCode } = await invite(personId)
    const account = newBrowser()
    await house.call(bindByInvitation, { account, client: 'h5', staffNumber, invitationCode })
    const unused = await invite(personId)
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    expect(await house.call(signIn, { account, client: 'h5' })).toEqual({ status: 200, refusal: 'LEFT' })
    expect(await house.call(invitePerson, { personId }, { token: admin.token })).toMatchObject({
      refusal: 'NO_SUCH_PERSON',
    })
    const late = { account: newBrowser(), client: 'h5' as const, staffNumber, invitationCode: unused.invitationCode }
    expect(await house.call(bindByInvitation, late)).toMatchObject({ refusal: 'INVITATION_INVALID' })
    await house.call(changePerson, { personId, status: 'active' }, { token: admin.token })
    expect((await house.call(signIn, { account, client: 'h5' })).value?.me.personId).toBe(personId)
  })
})
