import { getBooking, listMyBookings, reserveRoom } from '../../contract/booking'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { openWeapp } from './open-app'

let world: BookingWorld
const door = 'features/booking/door'
const at = (clock: string) => `2026-11-23T${clock}:00+08:00`

beforeAll(async () => {
  world = await bookingWorld()
})
afterAll(() => world?.end())

const open = (storage: [string, string][], token: string) =>
  openWeapp({ request: world.request, storage, now: monday, enter: { path: door, query: { token } } })

test('a free room is taken from its door with one tap', async () => {
  const token = await world.door(await world.room('501会议室'))
  const { storage, token: session } = await world.person('林晓雨')
  const app = await open(storage, token)
  expect(app.setDataLog.firstScreen(door)).toBeLessThanOrEqual(16_384)
  expect(app.page.text()).toContain('现在空闲')
  await app.page.tap('就用这间，到 10:00')
  expect(app.page.text()).toContain('预订成功')
  const { value } = await world.cloud.call(listMyBookings, {}, { token: session })
  expect(value?.items).toMatchObject([{ roomName: '501会议室', startsAt: at('09:10'), endsAt: at('10:00') }])
})

test('of a taken room the door says who is in until when, not what for, and offers the nearest equal one', async () => {
  const roomId = await world.room('601会议室')
  await world.room('602会议室')
  const token = await world.door(roomId)
  const [holder, visitor] = [await world.person('王静'), await world.person('周敏')]
  await world.cloud.call(
    reserveRoom,
    { roomId, startsAt: at('09:10'), endsAt: at('10:30'), purpose: '干部任免', attendeeCount: 4 },
    { token: holder.token },
  )
  const app = await open(visitor.storage, token)
  expect(app.page.text()).toContain('使用中，到 10:30')
  expect(app.page.text()).toContain('王静')
  expect(app.page.text()).not.toContain('干部任免')
  expect(app.page.text()).toContain('这间用不了')
  await app.page.tap('改用602会议室，到 10:00')
  expect(app.page.text()).toContain('预订成功')

  const own = await open(holder.storage, token)
  expect(own.page.text()).toContain('干部任免')
})

test('whoever has the room checks in at its door, from 15 minutes before', async () => {
  const roomId = await world.room('701会议室')
  const token = await world.door(roomId)
  const { storage, token: session } = await world.person('孙悦')
  const wish = { roomId, startsAt: at('09:20'), endsAt: at('10:00'), purpose: '早会', attendeeCount: 4 }
  const { value: made } = await world.cloud.call(reserveRoom, wish, { token: session })
  const app = await open(storage, token)
  await app.page.tap('签到「早会」')
  expect(app.page.text()).not.toContain('签到「早会」')
  const { value } = await world.cloud.call(getBooking, { bookingId: made?.bookingId ?? '' }, { token: session })
  expect(value?.booking.checkedInAt).toBe(at('09:10'))
})

test('a void code explains itself and leads on', async () => {
  const { storage } = await world.person('赵磊')
  const app = await open(storage, 'nosuchdoornosuchdoor')
  expect(app.page.text()).toContain('这张码已经停用，或不是本单位的')
  await app.page.tap('按名字找地点')
  expect(app.page.path).toBe('features/repair/find-place')
})

test('a visitor who is not signed in is told why and led to the sign-in page with the way back', async () => {
  const token = await world.door(await world.room('801会议室'))
  const app = await open([], token)
  expect(app.page.path).toBe('features/people/sign-in')
  expect(decodeURIComponent(app.page.query.back ?? '')).toContain(`/${door}?token=${token}`)
  await app.back()
  expect(app.page.text()).toContain('登录后可以看到这间会议室')
  await app.page.tap('登录')
  expect(app.page.path).toBe('features/people/sign-in')
})

test('without a network the door shows what it knew, and since when', async () => {
  const token = await world.door(await world.room('901会议室'))
  const { storage } = await world.person('吴昊')
  const first = await open(storage, token)
  expect(first.page.text()).toContain('901会议室')
  const later = await openWeapp({
    storage: first.world.storage,
    now: monday,
    enter: { path: door, query: { token } },
    request: () => {
      throw new Error('no network')
    },
  })
  expect(later.page.text()).toContain('901会议室')
  expect(later.page.text()).toContain('以下内容更新于')
})
