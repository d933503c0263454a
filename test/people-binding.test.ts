import { changePerson, getPerson, listNotices } from '../contract/people'
import {
  bindByInvitation,
  bindByPhone,
  decideBinding,
  getMe,
  invitePerson,
  listBindingRequests,
  requestBinding,
  signIn,
} from '../contract/people-sign-in'
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

describe('a phone number', () => {
  const byPhone = (phone: string, account: string) =>
    house.call(bindByPhone, { account: alipay(account), client: 'alipay', phoneCode: `phone-${phone}` })

  test('that the platform has verified binds the one person who has it', async () => {
    const { personId } = await givenPerson(house, org, { phone: '13800000001' })
    expect((await byPhone('13800000001', 'phone-owner')).value?.me).toMatchObject({
      personId,
      maskedPhone: '138****0001',
    })
    expect((await house.call(signIn, { account: alipay('phone-owner'), client: 'alipay' })).value?.me.personId).toBe(
      personId,
    )
  })

  test('held by two people binds nobody, not even when they are in two institutions', async () => {
    await givenPerson(house, org, { phone: '13800000002' })
    await givenPerson(house, await givenOrg(house, '另一单位'), { phone: '13800000002' })
    expect(await byPhone('13800000002', 'one-of-two')).toMatchObject({ refusal: 'PHONE_NOT_ON_ROSTER' })
  })

  test('of somebody who left binds the colleague who has it now, and nobody when there is none', async () => {
    const { personId } = await givenPerson(house, org, { phone: '13800000003' })
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    expect(await byPhone('13800000003', 'late')).toMatchObject({ refusal: 'PHONE_NOT_ON_ROSTER' })
    const heir = await givenPerson(house, org, { phone: '13800000003' })
    expect((await byPhone('13800000003', 'heir')).value?.me.personId).toBe(heir.personId)
  })

  test('that nobody verified, or that nobody has, binds nobody', async () => {
    expect(await byPhone('no digits', 'x')).toMatchObject({ refusal: 'PHONE_NOT_VERIFIED' })
    expect(await byPhone('13899999999', 'x')).toMatchObject({ refusal: 'PHONE_NOT_ON_ROSTER' })
    const inBrowser = { account: newBrowser(), client: 'h5' as const, phoneCode: 'phone-13800000001' }
    expect(await house.call(bindByPhone, inBrowser)).toMatchObject({ refusal: 'PHONE_NOT_VERIFIED' })
  })
})

describe('binding another account', () => {
  const bindWechat = async (openid: string, person: { personId: string; staffNumber: string }) => {
    const { invitationCode } = await invite(person.personId)
    const input = { account: wechat, client: 'weapp' as const, staffNumber: person.staffNumber, invitationCode }
    return (await inWechat(openid)(bindByInvitation, input)).value
  }
  const outboxOf = (subject: string) =>
    house.cloud.db.selectFrom('outbox').select(['provider', 'message']).where('subject', '=', subject).execute()

  test('replaces the old one, signs it out everywhere, and tells it in the inbox and through WeChat', async () => {
    const person = await givenPerson(house, org)
    const old = await bindWechat('old-phone', person)
    expect((await house.call(getMe, {}, { token: old?.token })).status).toBe(200)
    const fresh = await bindWechat('new-phone', person)
    expect((await house.call(getMe, {}, { token: old?.token })).fault).toBe('SIGNED_OUT')
    expect(await inWechat('old-phone')(signIn, { account: wechat, client: 'weapp' })).toMatchObject({
      refusal: 'NOT_BOUND',
      detail: { told: expect.stringContaining('换成另一个账号') },
    })
    expect(await outboxOf('old-phone')).toMatchObject([{ provider: 'wechat', message: { title: '登录账号已更换' } }])
    const inbox = await house.call(listNotices, {}, { token: fresh?.token })
    expect(inbox.value).toMatchObject({ unread: 1, items: [{ title: '登录账号已更换', isRead: false }] })
    const shown = await house.call(getPerson, { personId: person.personId }, { token: admin.token })
    expect(shown.value?.identities.map(({ provider }) => provider)).toEqual(['wechat'])
  })

  test('of another platform leaves the first one alone', async () => {
    const person = await givenPerson(house, org, { phone: '13800000004' })
    const inWechatNow = await bindWechat('stays', person)
    await house.call(bindByPhone, { account: alipay('second'), client: 'alipay', phoneCode: 'phone-13800000004' })
    expect((await house.call(getMe, {}, { token: inWechatNow?.token })).status).toBe(200)
    expect(await outboxOf('stays')).toEqual([])
  })

  test('the same once more changes nothing and tells nobody', async () => {
    const person = await givenPerson(house, org)
    const first = await bindWechat('same', person)
    await bindWechat('same', person)
    expect((await house.call(getMe, {}, { token: first?.token })).value?.unreadNotices).toBe(0)
    expect(await outboxOf('same')).toEqual([])
  })

  test('that belonged to a colleague takes it from them and tells them', async () => {
    const [one, other] = [await givenPerson(house, org), await givenPerson(house, org)]
    const before = await bindWechat('handed-on', one)
    await bindWechat('handed-on', other)
    expect((await house.call(getMe, {}, { token: before?.token })).fault).toBe('SIGNED_OUT')
    const { rows } = await house.cloud.pool.query('SELECT title FROM notice WHERE person_id = $1', [one.personId])
    expect(rows).toEqual([{ title: '登录账号已解除' }])
    expect((await inWechat('handed-on')(signIn, { account: wechat, client: 'weapp' })).value?.me.personId).toBe(
      other.personId,
    )
  })

  test('ten accounts that bind one person at the same moment leave exactly one bound', async () => {
    const { personId } = await givenPerson(house, org, { phone: '13800000005' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        house.call(bindByPhone, { account: alipay(`race-${i}`), client: 'alipay', phoneCode: 'phone-13800000005' }),
      ),
    )
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    const { rows } = await house.cloud.pool.query('SELECT subject FROM identity WHERE person_id = $1', [personId])
    expect(rows).toHaveLength(1)
    const told = await house.cloud.db
      .selectFrom('outbox')
      .select('subject')
      .where('subject', 'like', 'race-%')
      .execute()
    expect(told).toHaveLength(9)
  })
})

describe('asking an administrator', () => {
  const ask = (
    account: ReturnType<typeof newBrowser>,
    staffNumber: string,
    name = '王芳',
    institution = '测试研究院',
  ) => house.call(requestBinding, { account, institution, staffNumber, name })
  const waiting = async () => (await house.call(listBindingRequests, {}, { token: admin.token })).value?.items ?? []

  test('shows the request beside the roster, and approval lets the account in', async () => {
    const { personId, staffNumber } = await givenPerson(house, org, { name: '王芳' })
    const account = newBrowser()
    expect((await ask(account, staffNumber.toLowerCase())).value?.requestedAt).toMatch(/\+08:00$/)
    const [request] = await waiting()
    expect(request).toMatchObject({ provider: 'device', name: '王芳', rosterName: '王芳' })
    const requestId = request?.requestId ?? ''
    const decision = { requestId, isApproved: true }
    expect((await house.call(decideBinding, decision, { token: admin.token })).value).toEqual(decision)
    expect((await house.call(signIn, { account, client: 'h5' })).value?.me.personId).toBe(personId)
    expect(await waiting()).toEqual([])
    expect(await house.call(decideBinding, decision, { token: admin.token })).toMatchObject({
      refusal: 'NO_SUCH_REQUEST',
    })
  })

  test('twice from one account is one request, the later; rejected, it lets nobody in', async () => {
    const account = newBrowser()
    await ask(account, 'TYPO1')
    await ask(account, 'TYPO2')
    const requests = await waiting()
    expect(requests).toMatchObject([{ staffNumber: 'TYPO2' }])
    const requestId = requests[0]?.requestId ?? ''
    const approve = await house.call(decideBinding, { requestId, isApproved: true }, { token: admin.token })
    expect(approve).toMatchObject({ refusal: 'NO_SUCH_PERSON' })
    expect(await waiting()).toHaveLength(1)
    await house.call(decideBinding, { requestId, isApproved: false }, { token: admin.token })
    expect(await house.call(signIn, { account, client: 'h5' })).toMatchObject({ refusal: 'NOT_BOUND' })
    expect(await waiting()).toEqual([])
  })

  test('names the institution by name or short name, and only one that exists', async () => {
    expect(await ask(newBrowser(), 'X1', '王芳', `TEST-${org.orgId}`)).toHaveProperty('value')
    expect(await ask(newBrowser(), 'X2', '王芳', '没有这个单位')).toMatchObject({ refusal: 'NO_SUCH_INSTITUTION' })
  })

  test('more than eight times in an hour is too often', async () => {
    const account = newBrowser()
    const answers = []
    for (let i = 0; i < 9; i++) answers.push((await ask(account, `OFTEN${i}`)).refusal)
    expect(answers).toEqual([...Array(8).fill(undefined), 'TOO_MANY_TRIES'])
  })
})
