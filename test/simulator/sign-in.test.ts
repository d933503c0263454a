import { byLabel } from './matching'
import { openWeapp } from './open-app'
import { fault, quietHome, type Sayings, ScriptedCloud, signedInStorage, someone, someSession } from './scripted-cloud'

const now = '2026-11-21T09:40:00+08:00'
const notice = {
  noticeId: '01930000-0000-7000-8000-000000000301',
  title: '会议室改期',
  body: '您预订的301会议室已改到明天。',
  path: '',
  createdAt: '2026-11-21T08:00:00+08:00',
  isRead: true,
}
const cloudWith = (more: Sayings = {}) =>
  new ScriptedCloud({
    'people.getMe': () => ({ value: someone }),
    ...quietHome(now),
    'people.listNotices': () => ({ value: { items: [notice], unread: 0 } }),
    'people.signIn': () => ({ value: someSession }),
    ...more,
  })

describe('登录', () => {
  test('a page opened by a message is resumed after signing in', async () => {
    const cloud = cloudWith()
    const app = await openWeapp({ request: cloud.request, now, enter: { path: 'features/people/notices' } })
    expect(app.page.path).toBe('features/people/sign-in')
    await app.page.tap('用微信登录')
    expect(app.stack).toEqual(['features/people/notices'])
    expect(app.page.text()).toContain('会议室改期')
    expect(cloud.asked[0]).toMatchObject({
      name: 'people.signIn',
      input: { account: { provider: 'wechat' }, client: 'weapp' },
    })
  })

  test('暂不登录 leads to 首页, and going back does not lead into sign-in again', async () => {
    const cloud = cloudWith()
    const app = await openWeapp({ request: cloud.request, now })
    await app.open('/features/people/notices')
    expect(app.page.path).toBe('features/people/sign-in')
    await app.back()
    expect(app.page.path).toBe('features/people/notices')
    expect(app.page.text()).toContain('请先登录')
    await app.page.tap('重试')
    await app.page.tap('暂不登录')
    expect(app.stack).toEqual(['pages/home'])
    expect(cloud.asked).toEqual([])
  })

  test('somebody who has left is told so', async () => {
    const app = await openWeapp({ request: cloudWith({ 'people.signIn': () => ({ refusal: 'LEFT' }) }).request, now })
    await app.page.tap('登录')
    await app.page.tap('用微信登录')
    expect(app.page.text()).toContain('您已不在本单位的在职名单中')
  })
})

describe('绑定工号', () => {
  const unbound: Sayings = { 'people.signIn': () => ({ refusal: 'NOT_BOUND' }) }
  const openBinding = async (more: Sayings, needsPrivacy = false) => {
    const cloud = cloudWith({ ...unbound, ...more })
    const app = await openWeapp({ request: cloud.request, now, needsPrivacy })
    await app.open('/features/people/notices')
    await app.page.tap('用微信登录')
    expect(app.page.path).toBe('features/people/bind')
    return { app, cloud }
  }

  test('by the phone number WeChat has verified, after the question about personal data', async () => {
    const { app, cloud } = await openBinding({ 'people.bindByPhone': () => ({ value: someSession }) }, true)
    await app.page.tap('用手机号绑定')
    expect(app.page.text()).toContain('个人信息保护提示')
    await app.page.tap('同意')
    expect(app.page.path).toBe('features/people/notices')
    expect(app.page.text()).toContain('会议室改期')
    expect(cloud.asked.find(({ name }) => name === 'people.bindByPhone')?.input).toMatchObject({
      phoneCode: 'phone-code',
    })
  })

  test('who does not agree can still bind by an invitation code', async () => {
    const { app, cloud } = await openBinding(
      { 'people.bindByInvitation': () => ({ refusal: 'INVITATION_INVALID' }) },
      true,
    )
    await app.page.tap('用手机号绑定')
    await app.page.tap('不同意')
    expect(app.page.text()).toContain('没有取得手机号')
    await app.page.tap('邀请码')
    await app.page.tap('绑定并登录')
    expect(app.page.text()).toContain('请填写工号和邀请码')
    await app.page.input(byLabel('工号'), 'A10023')
    await app.page.input(byLabel('邀请码'), 'WRONG1')
    await app.page.tap('绑定并登录')
    expect(app.page.text()).toContain('工号与邀请码不相符')
    expect(app.page.get(byLabel('工号')).value).toBe('A10023')
    cloud.sayings['people.bindByInvitation'] = () => ({ value: someSession })
    await app.page.doubleTap('绑定并登录')
    expect(cloud.count('people.bindByInvitation')).toBe(2)
    expect(app.page.path).toBe('features/people/notices')
  })

  test('by asking an administrator', async () => {
    const { app, cloud } = await openBinding({ 'people.requestBinding': () => ({ value: { requestedAt: now } }) })
    await app.page.tap('管理员审批')
    await app.page.input(byLabel('单位'), '滨江市第一人民医院')
    await app.page.input(byLabel('工号'), 'A10023')
    await app.page.input(byLabel('姓名'), '陈思远')
    await app.page.tap('提交申请')
    expect(app.page.text()).toContain('申请已提交')
    expect(cloud.asked.at(-1)?.input).toMatchObject({ staffNumber: 'A10023', name: '陈思远' })
  })
})

describe('a session', () => {
  test('that the cloud no longer knows is forgotten, and the sign-in page opens with the way back', async () => {
    const cloud = cloudWith()
    const app = await openWeapp({ request: cloud.request, now, storage: signedInStorage() })
    cloud.sayings['people.listNotices'] = () => fault(401, 'SIGNED_OUT')
    await app.open('/features/people/notices')
    expect(app.stack).toEqual(['pages/home', 'features/people/notices', 'features/people/sign-in'])
    expect(decodeURIComponent(app.page.query.back ?? '')).toBe('/features/people/notices')
    expect(app.world.storage.has('guanjia.session')).toBe(false)
  })

  test('ends with 退出登录, and nothing of the person stays on the phone', async () => {
    const cloud = cloudWith({ 'people.signOut': () => ({ value: { signedOut: true } }) })
    const app = await openWeapp({ request: cloud.request, now, storage: signedInStorage() })
    await app.switchTab('我的')
    expect(app.page.text()).toContain('后勤保障部 / 设备保障科')
    expect(app.page.text()).toContain('会务')
    await app.page.tap('退出登录')
    expect(cloud.count('people.signOut')).toBe(1)
    expect(app.page.text()).toContain('还没有登录')
    expect([...app.world.storage.values()].join()).not.toContain('陈思远')
  })
})

describe('我的', () => {
  test('hands over a private calendar address, after saying what it is', async () => {
    const cloud = cloudWith({ 'booking.makeCalendarLink': () => ({ value: { path: '/ical/secret_1.ics' } }) })
    const app = await openWeapp({ request: cloud.request, now, storage: signedInStorage() })
    await app.switchTab('我的')
    app.world.script.modal = () => 'cancel'
    await app.page.tap('同步到日历')
    expect(cloud.count('booking.makeCalendarLink')).toBe(0)
    app.world.script.modal = () => 'confirm'
    await app.page.tap('同步到日历')
    expect(app.world.clipboard).toBe('http://127.0.0.1:8080/ical/secret_1.ics')
    expect(app.world.callsOf('showToast').at(-1)).toMatchObject({ title: '订阅地址已复制' })
  })
})

describe('a write that got no answer', () => {
  const code = 'abcdefghijklmnopqrst_-'
  const page = `/features/people/confirm-sign-in?code=${code}`

  test('is sent again with the same key, even after the app was closed; a new wish has a new key', async () => {
    const cloud = cloudWith({
      'people.confirmScanSignIn': () => {
        throw new Error('the answer is lost on its way')
      },
    })
    const app = await openWeapp({ request: cloud.request, now, storage: signedInStorage() })
    await app.open(page)
    await app.page.tap('确认登录')
    expect(app.page.text()).toContain('网络不通')
    app.close()
    cloud.sayings['people.confirmScanSignIn'] = () => ({ value: { confirmedAt: now } })

    const next = await openWeapp({ request: cloud.request, now, storage: app.world.storage })
    await next.open(page)
    await next.page.tap('确认登录')
    expect(next.page.text()).toContain('已确认')
    await next.open(page)
    await next.page.tap('确认登录')
    const keys = cloud.asked.filter(({ name }) => name === 'people.confirmScanSignIn').map(({ key }) => key)
    expect(keys).toHaveLength(3)
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })
})
