import { listMyBookings, reserveRoom } from '../../contract/booking'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { byText } from './matching'
import { openAlipay } from './open-app'

let world: BookingWorld

beforeAll(async () => {
  world = await bookingWorld()
})
afterAll(() => world?.end())

test('Alipay: from home to booked in three taps, without a calendar button', async () => {
  await world.room('301会议室')
  const { storage, token } = await world.person('林晓雨')
  const app = await openAlipay({ request: world.request, storage, now: monday })
  await app.page.tap(byText('会议室'))
  await app.page.all('.grid-bar')[0]?.tap()
  await app.page.tap('提交预订')
  expect(app.page.text()).toContain('预订成功')
  expect(app.page.has('加入日历')).toBe(false)
  const { value } = await world.cloud.call(listMyBookings, {}, { token })
  expect(value?.items).toMatchObject([{ roomName: '301会议室', startsAt: '2026-11-23T09:30:00+08:00' }])
})

test('Alipay: the ways of a refusal are one tap away', async () => {
  const roomId = await world.room('302会议室')
  const [first, second] = [await world.person('孙悦'), await world.person('吴昊')]
  const query = { roomId, day: '2026-11-23', from: '840', to: '900' }
  const app = await openAlipay({
    request: world.request,
    storage: second.storage,
    now: monday,
    enter: { path: 'features/booking/reserve', query },
  })
  const wish = { roomId, startsAt: '2026-11-23T14:00:00+08:00', endsAt: '2026-11-23T15:00:00+08:00' }
  await world.cloud.call(reserveRoom, wish, { token: first.token })
  await app.page.tap('提交预订')
  expect(app.page.text()).toContain('刚被别人订走了')
  await app.page.all('.way')[0]?.get('改订').tap()
  expect(app.page.text()).toContain('预订成功')
})

test('Alipay: a code opens the door, and one tap takes the room', async () => {
  const token = await world.door(await world.room('303会议室'))
  const { storage } = await world.person('周敏')
  const app = await openAlipay({
    request: world.request,
    storage,
    now: monday,
    enter: { path: 'features/booking/door', query: { token } },
  })
  await app.page.tap(byText(/^就用这间/))
  expect(app.page.text()).toContain('预订成功')
})
