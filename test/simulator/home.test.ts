import type { Booking } from '../../contract/booking'
import { byLabel, byText } from './matching'
import { openWeapp } from './open-app'
import { fault, quietHome, type Sayings, ScriptedCloud, signedInStorage, someBooking, someone } from './scripted-cloud'
import { boardAction, openSurvey } from './survey-world'

const now = '2026-11-21T09:40:00+08:00'
const running = someBooking(1, '2026-11-21T09:00:00+08:00', '2026-11-21T10:00:00+08:00', '周例会')
const tomorrow = someBooking(2, '2026-11-22T14:00:00+08:00', '2026-11-22T15:30:00+08:00', '消防培训')
const nextWeek = someBooking(3, '2026-11-26T10:00:00+08:00', '2026-11-26T11:00:00+08:00', '供应商洽谈')

const cloudWith = (items: Booking[], more: Sayings = {}) =>
  new ScriptedCloud({
    'people.getMe': () => ({ value: someone }),
    ...quietHome(now),
    'booking.listMyBookings': () => ({ value: { items, now } }),
    ...more,
  })

const openSignedIn = (cloud: ScriptedCloud) => openWeapp({ request: cloud.request, storage: signedInStorage(), now })

describe('首页, signed out', () => {
  test('says whom it is for, asks the cloud nothing, and lets one look around', async () => {
    const cloud = new ScriptedCloud({})
    const app = await openWeapp({ request: cloud.request, now })
    expect(app.page.text()).toContain('面向本单位职工的后勤服务')
    await app.page.tap('暂不登录，先看看')
    expect(app.page.path).toBe('pages/all-services')
    expect(app.page.text()).toContain('会议室')
    await app.switchTab('我的')
    expect(app.page.has('登录')).toBe(true)
    expect(app.page.has('退出登录')).toBe(false)
    expect(cloud.asked).toEqual([])
  })
})

describe('首页, signed in', () => {
  test('greets, shows the next three things and what is unread, within the limits of the platform', async () => {
    const cloud = cloudWith([running, tomorrow, nextWeek])
    const app = await openSignedIn(cloud)
    expect(app.page.text()).toContain('上午好，陈思远')
    expect(app.page.text()).toContain('11月21日 周六 · 滨江市第一人民医院')
    expect(app.page.has(byLabel('消息，3 条未读'))).toBe(true)
    expect(app.page.all('.ui-row').map((row) => row.text)).toEqual([
      '今天 周六 09:00–10:00进行中301会议室 · 周例会',
      '明天 周日 14:00–15:30302会议室 · 消防培训',
      '11月26日 周四 10:00–11:00303会议室 · 供应商洽谈',
    ])
    expect(cloud.asked.map(({ name, token }) => [name, token])).toEqual([
      ['shuttle.getNextRide', 'token-1'],
      ['repair.listMyTickets', 'token-1'],
      ['survey.listMySurveys', 'token-1'],
      ['canteen.getMyMeals', 'token-1'],
      ['booking.listMyBookings', 'token-1'],
      ['survey.listBoard', 'token-1'],
      ['people.getMe', 'token-1'],
    ])
    expect(app.setDataLog.firstScreen('pages/home')).toBeLessThan(16_384)
    const { nodes, depth, children } = app.page.measure()
    expect(nodes).toBeLessThan(1000)
    expect(depth).toBeLessThan(30)
    expect(children).toBeLessThan(60)
  })

  test('asks for the survey that closes first, and tells what changed last because people said so', async () => {
    const later = openSurvey({ surveyId: tomorrow.bookingId, title: '班车调查', closesAt: '2026-11-29T18:00:00+08:00' })
    const surveys = [later, openSurvey(), openSurvey({ hasAnswered: true, title: '答过的' })]
    const adopted = boardAction({ status: 'adopted', need: '班车太挤', measure: '加开一班' })
    const cloud = cloudWith([running], {
      'survey.listMySurveys': () => ({ value: { items: surveys } }),
      'survey.listBoard': () => ({ value: { items: [boardAction({ status: 'declined' }), adopted, boardAction()] } }),
    })
    const app = await openSignedIn(cloud)
    expect(app.page.all('.ui-row').map((row) => row.text)).toEqual([
      '食堂满意度调查待答匿名，8 题，约 1 分钟 · 11月27日 周五 18:00 截止',
      '还有 1 份问卷',
      '今天 周六 09:00–10:00进行中301会议室 · 周例会',
      '你说：中午排队太久变好了吗？我们改：多开两个窗口',
    ])
    cloud.sayings['survey.listBoard'] = () => ({ value: { items: [adopted] } })
    await app.page.pullDown()
    expect(app.page.all('.ui-row').at(-1)?.text).toBe('你说：班车太挤正在改我们改：加开一班')
    await app.page.tap('食堂满意度调查')
    expect(app.page.path).toBe('features/survey/answer')
  })

  test('with nothing booked it says so and leads to the rooms', async () => {
    const app = await openSignedIn(cloudWith([]))
    expect(app.page.text()).toContain('近期没有预订的会议室')
    await app.page.tap('订会议室')
    expect(app.page.path).toBe('features/booking/rooms')
  })

  test('a skeleton stands while the answer is on its way', async () => {
    const app = await openSignedIn(cloudWith([running]))
    const release = app.world.hold('booking.listMyBookings')
    await app.open('/pages/home', 'reLaunch')
    expect(app.page.has(byLabel('正在载入'))).toBe(true)
    expect(app.page.text()).not.toContain('周例会')
    release()
    await app.settle()
    expect(app.page.has(byLabel('正在载入'))).toBe(false)
    expect(app.page.text()).toContain('周例会')
  })

  test('without a network it shows what it had, with the time; with nothing kept, the reason and 重试', async () => {
    const cloud = cloudWith([tomorrow])
    const app = await openSignedIn(cloud)
    app.world.setOnline(false)
    await app.page.pullDown()
    expect(app.page.text()).toContain('网络不通，请检查网络后重试。以下内容更新于 今天 周六 09:40')
    expect(app.page.text()).toContain('消防培训')
    app.close()

    const request = () => {
      throw new Error('no network')
    }
    const next = await openWeapp({ request, storage: app.world.storage, now })
    expect(next.page.text()).toContain('以下内容更新于 今天 周六 09:40')
    expect(next.page.text()).toContain('消防培训')
    next.close()
    const bare = await openWeapp({ request, storage: signedInStorage(), now })
    expect(bare.page.text()).toContain('网络不通，请检查网络后重试')
    expect(bare.page.has('重试')).toBe(true)
  })

  test('a fault shows its number, and 重试 asks again', async () => {
    const cloud = cloudWith([tomorrow], { 'booking.listMyBookings': () => fault(500, 'BROKEN', 'a1b2c3d4') })
    const app = await openSignedIn(cloud)
    expect(app.page.text()).toContain('出错了（a1b2c3d4），请稍后重试')
    cloud.sayings['booking.listMyBookings'] = () => ({ value: { items: [tomorrow], now } })
    await app.page.tap('重试')
    expect(app.page.text()).toContain('消防培训')
  })

  test('coming back asks again only after 30 seconds; pulling down asks at once', async () => {
    const cloud = cloudWith([tomorrow])
    const app = await openSignedIn(cloud)
    await app.hide()
    await app.elapse(10_000)
    await app.show()
    expect(cloud.count('booking.listMyBookings')).toBe(1)
    await app.hide()
    await app.elapse(31_000)
    await app.show()
    expect(cloud.count('booking.listMyBookings')).toBe(2)
    await app.page.pullDown()
    expect(cloud.count('booking.listMyBookings')).toBe(3)
  })

  test('after something was written, coming back asks at once', async () => {
    const notice = {
      noticeId: tomorrow.bookingId,
      title: '改期',
      body: '改到明天',
      path: '',
      createdAt: now,
      isRead: false,
    }
    const cloud = cloudWith([tomorrow], {
      'people.listNotices': () => ({ value: { items: [notice], unread: 1 } }),
      'people.readNotices': () => ({ value: { read: 1 } }),
    })
    cloud.sayings['people.getMe'] = () => ({
      value: { ...someone, unreadNotices: cloud.count('people.readNotices') > 0 ? 0 : 3 },
    })
    const app = await openSignedIn(cloud)
    await app.page.tap(byLabel('消息，3 条未读'))
    expect(cloud.count('people.readNotices')).toBe(1)
    await app.back()
    expect(app.page.has(byLabel('消息'))).toBe(true)
    expect(cloud.count('booking.listMyBookings')).toBe(2)
  })

  test('关怀模式 is turned on with one small tap, holds on every page and after a restart', async () => {
    const cloud = cloudWith([tomorrow])
    const app = await openSignedIn(cloud)
    await app.page.tap('关怀模式：字更大、更清楚')
    expect(app.page.has('.page-care')).toBe(true)
    expect(app.setDataLog.lastAction).toBeLessThan(4096)
    await app.switchTab('我的')
    expect(app.page.has('.page-care')).toBe(true)
    await app.page.tap('最大')
    expect(app.page.has('.page-care-largest')).toBe(true)
    expect(app.setDataLog.lastAction).toBeLessThan(4096)
    app.close()
    const next = await openWeapp({ request: cloud.request, storage: app.world.storage, now })
    expect(next.page.has('.page-care-largest')).toBe(true)
    await next.page.tap('退出关怀模式')
    expect(next.page.has('.page-care')).toBe(false)
  })
})

describe('a code', () => {
  const token = 'aZ3_kQ-7Lm0PxR2tYvB9cD'
  const link = `http://127.0.0.1:8080/r/${token}`

  test('of a room opens its door, read by the camera', async () => {
    const app = await openSignedIn(cloudWith([], { 'booking.lookAtDoor': () => fault(500, 'BROKEN') }))
    app.world.script.scan = () => ({ result: link })
    await app.page.tap('扫一扫')
    expect(app.page.path).toBe('features/booking/door')
    expect(app.page.query.token).toBe(token)
  })

  test('of somebody else says so and opens nothing', async () => {
    const app = await openSignedIn(cloudWith([]))
    app.world.script.scan = () => ({ result: 'https://evil.example/r/abcdefgh' })
    await app.page.tap('扫一扫')
    expect(app.world.callsOf('showModal').at(-1)).toMatchObject({ content: '不是本单位的二维码' })
    expect(app.page.path).toBe('pages/home')
  })

  test('read by WeChat itself opens the app at the door, cold as q and hot as scene', async () => {
    const cloud = cloudWith([], { 'booking.lookAtDoor': () => fault(500, 'BROKEN') })
    const enter = { path: 'pages/home', query: { q: encodeURIComponent(link) }, scene: 1011 }
    const app = await openWeapp({ request: cloud.request, storage: signedInStorage(), now, enter })
    expect(app.page.query.token).toBe(token)
    await app.hide()
    await app.show({ path: 'pages/home', query: { scene: 'otherToken_7' }, scene: 1047 })
    expect(app.page.path).toBe('features/booking/door')
    expect(app.page.query.token).toBe('otherToken_7')
  })

  test('on a computer asks whether that is really me', async () => {
    const code = 'abcdefghijklmnopqrst_-'
    const cloud = cloudWith([], { 'people.confirmScanSignIn': () => ({ value: { confirmedAt: now } }) })
    const app = await openSignedIn(cloud)
    app.world.script.scan = () => ({ result: `http://127.0.0.1:8080/s/${code}` })
    await app.page.tap('扫一扫')
    expect(app.page.text()).toContain('将以 陈思远')
    await app.page.doubleTap('确认登录')
    expect(app.page.has(byText('已确认，电脑上即将登录。'))).toBe(true)
    expect(cloud.asked.filter(({ name }) => name === 'people.confirmScanSignIn')).toMatchObject([{ input: { code } }])
  })
})
