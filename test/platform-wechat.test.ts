import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Address } from '../database/connect'
import { buildFunctions } from '../scripts/build-functions'
import { callFunction } from './support/call-function'
import { fakeWechatCloud } from './support/fake-wechat-cloud'
import { type GivenOrg, givenOrg, givenPerson } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let test: TestCloud
let org: GivenOrg
let folder: string
let wechat: Awaited<ReturnType<typeof fakeWechatCloud>>
let databaseUrl: string

beforeAll(async () => {
  test = await startCloud()
  org = await givenOrg(test)
  const { rows } = await test.cloud.pool.query<{ name: string }>('SELECT current_database() AS name')
  const server = JSON.parse(process.env.TEST_DATABASE ?? '{}') as Extract<Address, { host: string }>
  databaseUrl = `postgres://${server.user}@localhost:${server.port}/${rows[0]?.name}?host=${server.host}`
  wechat = await fakeWechatCloud({ 'code-good': '13800001234', 'code-stranger': '13900009999' })
  folder = mkdtempSync(path.join(tmpdir(), 'guanjia-functions-'))
  await buildFunctions(folder, ['api', 'tick'])
})

afterAll(async () => {
  wechat.end()
  rmSync(folder, { recursive: true, force: true })
  await test.end()
})

/** What CloudBase puts into a function's environment, with the account WeChat vouches for when somebody called. */
function environment(openid: string | undefined, more: Record<string, string> = {}): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    TCB_ENV: 'guanjia-test',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    WX_API_TOKEN: 'token',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: wechat.url }),
    ...(openid
      ? {
          WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
          WX_OPENID: openid,
          WX_APPID: 'wx0123456789abcdef',
          TCB_SOURCE: 'wx_client',
        }
      : {}),
    ...more,
  }
}

const api = (event: object, openid?: string) => callFunction(path.join(folder, 'api'), event, environment(openid))
const tick = (event: object, env: Record<string, string>) => callFunction(path.join(folder, 'tick'), event, env)
const wechatAccount = { account: { provider: 'wechat' }, client: 'weapp' }

describe('the WeChat function `api`', () => {
  it('binds by a phone that WeChat has verified, then signs the same account in by itself', async () => {
    const { staffNumber } = await givenPerson(test, org, { phone: '13800001234' })
    expect(await api({ procedure: 'people.signIn', input: wechatAccount }, 'oZhang')).toEqual({ refusal: 'NOT_BOUND' })

    const bound = await api(
      { procedure: 'people.bindByPhone', input: { ...wechatAccount, phoneCode: 'code-good' } },
      'oZhang',
    )
    expect(bound).toMatchObject({ value: { me: { staffNumber } } })
    expect(wechat.asked).toEqual(['phonenumber.getPhoneNumber'])

    const { value } = (await api({ procedure: 'people.signIn', input: wechatAccount }, 'oZhang')) as {
      value: { token: string }
    }
    expect(await api({ procedure: 'people.getMe', token: value.token })).toMatchObject({ value: { staffNumber } })
  })

  it('believes WeChat alone about who calls, whatever the event says', async () => {
    const forged = { openid: 'oZhang', OPENID: 'oZhang', wechatSubject: 'oZhang', userInfo: { openId: 'oZhang' } }
    const event = { ...forged, procedure: 'people.signIn', input: { ...wechatAccount, ...forged } }
    expect(await api(event)).toEqual({ refusal: 'ACCOUNT_UNKNOWN' })
    expect(await api(event, 'oSomebodyElse')).toEqual({ refusal: 'NOT_BOUND' })
  })

  it('refuses a phone code that WeChat does not know or that nobody on the roster belongs to', async () => {
    const bind = (phoneCode: string) =>
      api({ procedure: 'people.bindByPhone', input: { ...wechatAccount, phoneCode } }, 'oLi')
    expect(await bind('code-used')).toEqual({ refusal: 'PHONE_NOT_VERIFIED' })
    expect(await bind('code-stranger')).toEqual({ refusal: 'PHONE_NOT_ON_ROSTER' })
  })

  it('answers with the same bodies as over HTTP', async () => {
    expect(await api({})).toEqual({ fault: 'UNKNOWN_PROCEDURE' })
    expect(await api({ procedure: 'people.getMe' })).toEqual({ fault: 'SIGNED_OUT' })
    expect(await api({ procedure: 'people.signInAsDemo', input: { persona: 'staff' } })).toEqual({
      fault: 'UNKNOWN_PROCEDURE',
    })
    expect(await api({ procedure: 'people.signIn', input: {} })).toMatchObject({ fault: 'BAD_INPUT' })
  })
})

describe('the timer function `tick`', () => {
  it('does nothing for a caller who only says that he is the timer', async () => {
    const forged = { Type: 'Timer', TriggerName: 'every-minute', SOURCE: 'wx_trigger' }
    expect(await tick(forged, environment('oZhang', { TRIGGER_SRC: 'timer' }))).toEqual({ ticked: false })
    expect(await tick(forged, environment(undefined, { TCB_SOURCE: 'wx_client,scf' }))).toEqual({ ticked: false })
    expect(await tick(forged, environment(undefined))).toEqual({ ticked: false })
  })

  it('seals the audit log when the timer calls', async () => {
    const env = environment(undefined, { TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' })
    const event = { Type: 'Timer', TriggerName: 'every-minute', Time: '2026-11-21T09:00:00Z', Message: '' }
    expect(await tick(event, env)).toEqual({ ticked: true })
    const { rows } = await test.cloud.pool.query<{ entries: number }>(
      'SELECT sum(entries)::int AS entries FROM audit_seal WHERE org_id = $1',
      [org.orgId],
    )
    expect(rows[0]?.entries).toBeGreaterThan(0)
  })
})
