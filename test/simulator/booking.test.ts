import { cancelBooking, listMyBookings, reserveRoom } from '../../contract/booking'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { byLabel, byText } from './matching'
import { openWeapp } from './open-app'

let world: BookingWorld
const grid = 'features/booking/rooms'
const form = 'features/booking/reserve'
const at = (clock: string, day = '2026-11-23') => `${day}T${clock}:00+08:00`

beforeAll(async () => {
  world = await bookingWorld()
})
afterAll(() => world?.end())

/** An app in which somebody is signed in. */
const open = (storage: [string, string][], path = 'pages/home', query: Record<string, string> = {}) =>
  openWeapp({ request: world.request, storage, now: monday, enter: { path, query } })

/** Twenty-five rooms, each with four more meetings on that Monday: as full as a grid gets. */
async function givenFullHouse(token: string): Promise<void> {
  const meetings = ['10:00 11:00', '13:00 14:00', '15:00 15:30', '16:00 18:00'].map((span) => span.split(' '))
  for (let number = 1; number <= 25; number++) {
    const roomId = await world.room(`${300 + number}会议室`, { maxMinutes: 240 })
    for (const [from = '', to = ''] of meetings) {
      const wish = { roomId, startsAt: at(from), endsAt: at(to), purpose: '满的', attendeeCount: 2 }
      const { value } = await world.cloud.call(reserveRoom, wish, { token })
      expect(value?.status).toBe('confirmed')
    }
  }
}

test('from home to booked in three taps, each of them light', async () => {
  const other = await world.person('王静')
  await givenFullHouse(other.token)
  const { storage, token } = await world.person('林晓雨')
  const app = await open(storage)

  await app.page.tap(byText('会议室'))
  expect(app.page.path).toBe(grid)
  expect(app.page.all('.grid-row')).toHaveLength(20)
  expect(app.setDataLog.firstScreen(grid)).toBeLessThanOrEqual(16_384)

  const [bar] = app.page.all('.grid-bar')
  await bar?.tap()
  expect(app.page.path).toBe(form)
  expect(app.setDataLog.firstScreen(form)).toBeLessThanOrEqual(16_384)

  await app.page.tap('提交预订')
  // WeChat allows the question about messages only directly in the tap; a build without templates asks none.
  const calls = app.world.calls.map(({ name, options }) => `${name} ${options.url ?? ''}`)
  const submitted = calls.findIndex((one) => one.includes('booking.reserveRoom'))
  expect(calls.findIndex((one) => one.startsWith('requestSubscribeMessage'))).toBeLessThan(submitted)
  expect(app.page.text()).toContain('预订成功')
  const { value } = await world.cloud.call(listMyBookings, {}, { token })
  expect(value?.items).toMatchObject([
    { roomName: '301会议室', startsAt: at('11:00'), endsAt: at('12:00'), purpose: '院办公室 会议', attendeeCount: 6 },
  ])

  await app.page.tap('加入日历')
  expect(app.world.callsOf('addPhoneCalendar')).toMatchObject([
    { title: '院办公室 会议', location: '301会议室 综合楼 3层' },
  ])
})

test('a page of the grid stays within what the experience scan allows; the next page comes at the bottom', async () => {
  const { storage } = await world.person('周敏')
  const app = await open(storage, grid)
  const measured = app.page.measure()
  expect(measured.nodes).toBeLessThan(1000)
  expect(measured.depth).toBeLessThan(30)
  expect(measured.children).toBeLessThanOrEqual(60)
  await app.page.tap('明天\n11/24')
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(4096)
  await app.page.tap('今天\n11/23')
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(4096)
  await app.page.reachBottom()
  expect(app.page.all('.grid-row')).toHaveLength(25)
  expect(app.page.measure().children).toBeLessThanOrEqual(60)
})

test('choosing a time, a length and how many is light, and what the cloud would refuse cannot be chosen', async () => {
  const roomId = await world.room('400会议室')
  const { storage } = await world.person('赵磊')
  const app = await open(storage, form, { roomId })
  const slot = (text: string) => app.page.all('.ui-slot').find((one) => one.text === text)
  for (const text of ['11:30', '30 分钟', '+']) {
    await app.page.tap(text)
    expect(app.setDataLog.lastAction).toBeLessThanOrEqual(4096)
  }
  expect(slot('11:30')?.classes).toContain('ui-slot-on')
  expect(slot('08:30')?.classes).toContain('ui-slot-off')
  await slot('08:30')?.tap()
  expect(slot('11:30')?.classes).toContain('ui-slot-on')
  expect(app.page.measure().children).toBeLessThanOrEqual(60)
})

test('a room smaller than the usual meeting is booked for as many as it seats', async () => {
  const roomId = await world.room('400洽谈室', { capacity: 4 })
  const { storage, token } = await world.person('高远')
  const app = await open(storage, form, { roomId })
  await app.page.tap('提交预订')
  const { value } = await world.cloud.call(listMyBookings, {}, { token })
  expect(value?.items).toMatchObject([{ roomName: '400洽谈室', attendeeCount: 4 }])
})

test('whoever comes second keeps the form, reads why, and books another way with one tap', async () => {
  const roomId = await world.room('401会议室')
  const [first, second] = [await world.person('孙悦'), await world.person('吴昊')]
  const app = await open(second.storage, form, { roomId, day: '2026-11-23', from: '840', to: '900' })
  await app.page.input('input', '季度复盘会')
  await world.cloud.call(
    reserveRoom,
    { roomId, startsAt: at('14:00'), endsAt: at('15:00'), purpose: '抢先', attendeeCount: 3 },
    { token: first.token },
  )
  await app.page.tap('提交预订')
  expect(app.page.text()).toContain('刚被别人订走了')
  expect(app.page.get('input').value).toBe('季度复盘会')
  expect(app.page.all('.way').length).toBeGreaterThanOrEqual(2)

  const other = app.page.all('.way').find((way) => way.text.includes('换个时间'))
  await other?.get('改订').tap()
  expect(app.page.text()).toContain('预订成功')
  const { value } = await world.cloud.call(listMyBookings, {}, { token: second.token })
  expect(value?.items).toMatchObject([{ roomName: '401会议室', purpose: '季度复盘会' }])
})

test('what was written is still there after leaving, and a double tap books once', async () => {
  const roomId = await world.room('402会议室')
  const { storage, token } = await world.person('郑楠')
  const app = await open(storage, 'pages/home')
  const url = `/${form}?roomId=${roomId}&day=2026-11-24&from=600&to=660`
  await app.open(url)
  await app.page.input('input', '招标文件讨论')
  await app.back()
  await app.open(url)
  expect(app.page.get('input').value).toBe('招标文件讨论')
  await app.page.doubleTap('提交预订')
  const { value } = await world.cloud.call(listMyBookings, {}, { token })
  expect(value?.items).toMatchObject([{ purpose: '招标文件讨论', startsAt: at('10:00', '2026-11-24') }])
  expect(value?.items).toHaveLength(1)
})

test('a booking is moved, and cancelled only after being told what is lost', async () => {
  const roomId = await world.room('403会议室')
  const { storage, token } = await world.person('冯琳')
  const wish = { roomId, startsAt: at('15:00'), endsAt: at('16:00'), purpose: '课题组会', attendeeCount: 5, tea: true }
  const { value: made } = await world.cloud.call(reserveRoom, wish, { token })
  const app = await open(storage, 'features/booking/my-bookings')
  await app.page.tap('课题组会')
  await app.page.tap('改时间')
  await app.page.tap('16:30')
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(4096)
  await app.page.tap('改到这个时间')
  expect(app.page.text()).toContain('今天 周一 16:30–17:30')

  app.world.script.modal = () => 'cancel'
  await app.page.tap('取消预订')
  const [question] = app.world.callsOf('showModal').slice(-1)
  expect(question?.content).toContain('今天 周一 16:30–17:30 的403会议室')
  expect(question?.content).toContain('茶水')
  expect(app.page.text()).toContain('已预订')
  app.world.script.modal = () => 'confirm'
  await app.page.tap('取消预订')
  expect(app.page.text()).toContain('已取消')
  const again = await world.cloud.call(cancelBooking, { bookingId: made?.bookingId ?? '' }, { token })
  expect(again.refusal).toBe('BOOKING_OVER')
})

test('with the duty one books for a colleague found by name', async () => {
  const roomId = await world.room('404会议室')
  const [boss, proxy] = [await world.person('欧阳清'), await world.person('何苗', ['proxy'])]
  const app = await open(proxy.storage, form, { roomId, day: '2026-11-25', from: '540', to: '600' })
  await app.page.tap(byLabel('展开更多要求'))
  await app.page.tap('替谁预订')
  await app.page.get(byLabel('搜索同事')).input('欧阳')
  await app.elapse(400)
  await app.page.tap('欧阳清')
  await app.page.tap('提交预订')
  expect(app.page.text()).toContain('替 欧阳清 预订')
  const { value } = await world.cloud.call(listMyBookings, {}, { token: boss.token })
  expect(value?.items).toMatchObject([{ roomName: '404会议室' }])
})
