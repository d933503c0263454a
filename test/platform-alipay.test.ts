import { bindByPhone, signIn } from '../contract/people-sign-in'
import { nodeAccounts } from '../functions/platform/accounts'
import { fakeAlipay } from './support/fake-alipay'
import { type GivenOrg, givenOrg, givenPerson } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let alipay: Awaited<ReturnType<typeof fakeAlipay>>
let test: TestCloud
let org: GivenOrg

beforeAll(async () => {
  alipay = await fakeAlipay({
    'auth-1': '2088-zhang',
    'auth-2': '2088-zhang',
    'auth-3': '2088-li',
    'auth-4': '2088-li',
    'auth-5': '2088-li',
  })
  test = await startCloud({ accounts: nodeAccounts({ alipay: alipay.secrets }) })
  org = await givenOrg(test)
})
afterAll(async () => {
  alipay.end()
  await test.end()
})

const account = (authCode: string) => ({ provider: 'alipay' as const, authCode })
const client = 'alipay' as const

describe('signing in from Alipay', () => {
  it('binds by the phone Alipay has verified, then signs the same account in by a new code', async () => {
    const { staffNumber } = await givenPerson(test, org, { phone: '13800005678' })
    const bound = await test.call(bindByPhone, {
      account: account('auth-1'),
      client,
      phoneCode: alipay.phoneOf('13800005678'),
    })
    expect(bound).toMatchObject({ status: 200, value: { me: { staffNumber } } })
    expect(await test.call(signIn, { account: account('auth-2'), client })).toMatchObject({
      value: { me: { staffNumber } },
    })
  })

  it('does not know an account by a code that Alipay rejects or that was used before', async () => {
    expect(await test.call(signIn, { account: account('made-up'), client })).toMatchObject({
      refusal: 'ACCOUNT_UNKNOWN',
    })
    expect(await test.call(signIn, { account: account('auth-1'), client })).toMatchObject({
      refusal: 'ACCOUNT_UNKNOWN',
    })
  })

  it('believes no phone that Alipay did not sign', async () => {
    await givenPerson(test, org, { phone: '13800007777' })
    const forged = alipay.phoneOf('13800007777', alipay.strangersKey)
    expect(await test.call(bindByPhone, { account: account('auth-3'), client, phoneCode: forged })).toMatchObject({
      refusal: 'PHONE_NOT_VERIFIED',
    })
    const tampered = alipay.phoneOf('13800007777').replace('"response":"', '"response":"A')
    expect(await test.call(bindByPhone, { account: account('auth-4'), client, phoneCode: tampered })).toMatchObject({
      refusal: 'PHONE_NOT_VERIFIED',
    })
    expect(
      await test.call(bindByPhone, { account: account('auth-5'), client, phoneCode: '13800007777' }),
    ).toMatchObject({ refusal: 'PHONE_NOT_VERIFIED' })
  })

  it('says that something is broken, not that the account is unknown, when our own key is wrong', async () => {
    const wrong = nodeAccounts({ alipay: { ...alipay.secrets, privateKey: alipay.strangersKey.toString('base64') } })
    await expect(wrong.alipaySubject('auth-9')).rejects.toThrow('isv.invalid-signature')
  })

  it('does not believe a gateway whose answer carries another signature', async () => {
    const stranger = await fakeAlipay({ 'auth-8': '2088-zhang' })
    const misled = nodeAccounts({ alipay: { ...stranger.secrets, publicKey: alipay.secrets.publicKey } })
    await expect(misled.alipaySubject('auth-8')).rejects.toThrow('验签失败')
    stranger.end()
  })

  it('vouches for nobody where no secrets are set', async () => {
    const none = nodeAccounts({})
    expect(await none.alipaySubject('auth-1')).toBeUndefined()
    expect(await none.verifiedPhone('wechat', 'code')).toBeUndefined()
  })
})
