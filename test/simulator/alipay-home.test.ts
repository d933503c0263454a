import { byLabel } from './matching'
import { openAlipay } from './open-app'
import {
  fault,
  quietHome,
  type Sayings,
  ScriptedCloud,
  signedInStorage,
  someBooking,
  someone,
  someSession,
} from './scripted-cloud'

const now = '2026-11-21T09:40:00+08:00'
const tomorrow = someBooking(2, '2026-11-22T14:00:00+08:00', '2026-11-22T15:30:00+08:00', '消防培训')
const cloudWith = (more: Sayings = {}) =>
  new ScriptedCloud({
    'people.getMe': () => ({ value: someone }),
    ...quietHome(now),
    'booking.listMyBookings': () => ({ value: { items: [tomorrow], now } }),
    ...more,
  })

describe('in Alipay', () => {
  test('首页 says whom it is for; the account is asked for only on 登录, with a code that is used once', async () => {
    const cloud = cloudWith({ 'people.signIn': () => ({ value: someSession }) })
    const app = await openAlipay({ request: cloud.request, now })
    expect(app.page.text()).toContain('面向本单位职工的后勤服务')
    expect(app.world.callsOf('getAuthCode')).toEqual([])
    await app.page.tap('登录')
    await app.page.tap('用支付宝登录')
    expect(cloud.asked[0]?.input).toEqual({ account: { provider: 'alipay', authCode: 'login-code' }, client: 'alipay' })
    expect(app.page.path).toBe('pages/home')
    expect(app.page.text()).toContain('消防培训')
    expect(app.page.has(byLabel('消息，3 条未读'))).toBe(true)
    expect(app.setDataLog.firstScreen('pages/home')).toBeLessThan(16_384)
  })

  test('binding by phone hands over what Alipay encrypted', async () => {
    const cloud = cloudWith({
      'people.signIn': () => ({ refusal: 'NOT_BOUND' }),
      'people.bindByPhone': () => ({ value: someSession }),
    })
    const app = await openAlipay({ request: cloud.request, now })
    await app.page.tap('登录')
    await app.page.tap('用支付宝登录')
    await app.page.tap('用手机号绑定')
    const bound = cloud.asked.find(({ name }) => name === 'people.bindByPhone')
    expect(bound?.input).toMatchObject({
      account: { provider: 'alipay' },
      client: 'alipay',
      phoneCode: expect.stringMatching(/./),
    })
    expect(app.page.text()).toContain('消防培训')
  })

  test('a fault arrives although Alipay calls it a failure', async () => {
    const cloud = cloudWith({ 'booking.listMyBookings': () => fault(500, 'BROKEN', 'a1b2c3d4') })
    const app = await openAlipay({ request: cloud.request, storage: signedInStorage(), now })
    expect(app.page.text()).toContain('出错了（a1b2c3d4）')
  })

  test('退出登录 leaves nothing of the person on the phone', async () => {
    const cloud = cloudWith({ 'people.signOut': () => ({ value: { signedOut: true } }) })
    const app = await openAlipay({ request: cloud.request, storage: signedInStorage(), now })
    await app.switchTab('我的')
    await app.page.tap('退出登录')
    expect(app.page.text()).toContain('还没有登录')
    expect([...app.world.storage.values()].join()).not.toMatch(/陈思远|消防培训/)
  })

  test('a printed code opens the door, cold and hot, as qrCode', async () => {
    const cloud = cloudWith({ 'booking.lookAtDoor': () => fault(500, 'BROKEN') })
    const link = (token: string) => `http://127.0.0.1:8080/r/${token}`
    const query = { qrCode: encodeURIComponent(link('firstToken_1')) }
    const app = await openAlipay({ request: cloud.request, storage: signedInStorage(), now, enter: { query } })
    expect(app.page.query.token).toBe('firstToken_1')
    await app.hide()
    await app.show({ query: { qrCode: link('secondToken_2') } })
    expect(app.page.query.token).toBe('secondToken_2')
  })
})
