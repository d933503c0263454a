import { randomUUID } from 'node:crypto'
import { cancelBooking, changeBooking, findRooms, getDayGrid, listMyBookings, reserveRoom } from '../contract/booking'
import { formatInstant, instantAt } from '../contract/zone'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const day = '2026-11-23'
const now = instantAt('2026-11-20', 9 * 60, zone)
const at = (hours: number, on = day) => formatInstant(instantAt(on, Math.round(hours * 60), zone), zone)

let test_: TestCloud
let org: GivenOrg
let token: string

beforeAll(async () => {
  test_ = await startCloud({ now })
  org = await givenOrg(test_)
  token = (await signedInAs(test_, org)).token
})
afterAll(() => test_.end())
beforeEach(() => test_.setNow(now))

const reserve = (roomId: string, from: number, to: number, as = token, key?: string) =>
  test_.call(reserveRoom, { roomId, startsAt: at(from), endsAt: at(to), purpose: '周例会' }, { token: as, key })

describe('reserving a room', () => {
  test('a free room is booked and stands in the grid and among my bookings', async () => {
    const roomId = await givenRoom(test_, org, { capacity: 8 })
    const { value } = await reserve(roomId, 9, 10)
    expect(value).toMatchObject({ roomId, startsAt: at(9), endsAt: at(10), purpose: '周例会', status: 'confirmed' })
    const grid = await test_.call(getDayGrid, { day, limit: 100 }, { token })
    const row = grid.value?.items.find((item) => item.room.roomId === roomId)
    expect(row?.busy).toMatchObject([{ from: 540, to: 600, until: 600, isMine: true, purpose: '周例会' }])
    const mine = await test_.call(listMyBookings, {}, { token })
    expect(mine.value?.items.map((b) => b.bookingId)).toContain(value?.bookingId)
  })

  test('a colleague sees who has the room, not what for', async () => {
    const roomId = await givenRoom(test_, org)
    await reserve(roomId, 9, 10)
    const other = await signedInAs(test_, org)
    const grid = await test_.call(getDayGrid, { day, limit: 100 }, { token: other.token })
    const busy = grid.value?.items.find((item) => item.room.roomId === roomId)?.busy[0]
    expect(busy).toMatchObject({ isMine: false, who: '张伟 · 院办公室' })
    expect(busy).not.toHaveProperty('purpose')
  })

  test.each([
    ['the same', 9, 10],
    ['the beginning', 8.5, 9.5],
    ['the end', 9.5, 10.5],
    ['within', 9.25, 9.75],
    ['around', 8, 11],
    ['sharing its start', 9, 11],
  ])('a wish overlapping %s is refused with ways that work', async (_shape, from, to) => {
    const roomId = await givenRoom(test_, org)
    await givenRoom(test_, org)
    await reserve(roomId, 9, 10)
    const answer = await reserve(roomId, from, to)
    expect(answer.refusal).toBe('ROOM_TAKEN')
    const ways = (answer.detail as { ways: { kind: string; roomId: string; startsAt: string; endsAt: string }[] }).ways
    expect(ways.length).toBeGreaterThanOrEqual(2)
    for (const way of ways) {
      const taken = await test_.call(reserveRoom, { ...way, purpose: '换一个' }, { token })
      expect(taken.value).toMatchObject({ status: 'confirmed' })
      await test_.call(cancelBooking, { bookingId: taken.value?.bookingId ?? '' }, { token })
    }
  })

  test('meetings back to back are fine, but the turnover between them is kept', async () => {
    const roomId = await givenRoom(test_, org, { turnoverMinutes: 15 })
    expect((await reserve(roomId, 9, 10)).value).toBeDefined()
    expect((await reserve(roomId, 10, 11)).refusal).toBe('ROOM_TAKEN')
    expect((await reserve(roomId, 8, 9)).refusal).toBe('ROOM_TAKEN')
    expect((await reserve(roomId, 10.25, 11)).value).toBeDefined()
    expect((await reserve(roomId, 8, 8.75)).value).toBeDefined()
  })

  test('of 200 simultaneous wishes for one slot exactly one is granted', async () => {
    const roomId = await givenRoom(test_, org)
    const people = await Promise.all(Array.from({ length: 20 }, () => signedInAs(test_, org)))
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => reserve(roomId, 14, 15, people[i % people.length]?.token)),
    )
    expect(answers.filter((a) => a.value)).toHaveLength(1)
    expect(answers.filter((a) => a.refusal === 'ROOM_TAKEN')).toHaveLength(199)
  })

  test('the same key twice books once, and another body under it is refused', async () => {
    const roomId = await givenRoom(test_, org)
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4].map(() => reserve(roomId, 9, 10, token, key)))
    const ids = new Set(answers.map((a) => a.value?.bookingId))
    expect(ids.size).toBe(1)
    expect([...ids][0]).toBeDefined()
    // also long afterwards, when the rules would refuse
    test_.setNow(instantAt(day, 720, zone))
    const token2 = token
    expect((await reserve(roomId, 9, 10, token2, key)).value?.bookingId).toBe([...ids][0])
    const reused = await reserve(roomId, 11, 12, token2, key)
    expect(reused).toMatchObject({ status: 400, fault: 'BAD_INPUT', issues: [{ path: 'Idempotency-Key' }] })
  })

  test.each([
    ['ENDS_BEFORE_START', 10, 9],
    ['ENDS_BEFORE_START', 9, 9],
    ['TOO_SHORT', 9, 9.1],
    ['TOO_LONG', 9, 18],
    ['OUTSIDE_OPENING_HOURS', 7, 9],
    ['OUTSIDE_OPENING_HOURS', 17.5, 18.5],
  ])('%s for %d to %d', async (refusal, from, to) => {
    const roomId = await givenRoom(test_, org, { opening: Array.from({ length: 7 }, () => [[480, 1080] as const]) })
    expect((await reserve(roomId, from, to)).refusal).toBe(refusal)
  })

  test('a make-up workday has Monday’s hours, a holiday Sunday’s', async () => {
    const opening = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday <= 5 ? [[480, 1080] as const] : []))
    const roomId = await givenRoom(test_, org, { opening })
    const on = (special: string) =>
      test_.call(reserveRoom, { roomId, startsAt: at(9, special), endsAt: at(10, special) }, { token })
    expect((await on('2026-11-28')).refusal).toBe('OUTSIDE_OPENING_HOURS')
    await test_.cloud.db
      .insertInto('specialDay')
      .values([
        { orgId: org.orgId, day: '2026-11-28', isOffDay: false },
        { orgId: org.orgId, day: '2026-11-30', isOffDay: true },
      ])
      .execute()
    await test_.cloud.db.updateTable('roomDirectory').set({ revision: 9_999 }).where('orgId', '=', org.orgId).execute()
    await test_.call(getDayGrid, { day }, { token })
    expect((await on('2026-11-28')).value).toBeDefined()
    expect((await on('2026-11-30')).refusal).toBe('OUTSIDE_OPENING_HOURS')
  })
})

describe('changing a booking', () => {
  test('moving, extending and shortening keep the exclusion', async () => {
    const roomId = await givenRoom(test_, org)
    const a = await reserve(roomId, 9, 10)
    await reserve(roomId, 11, 12)
    const bookingId = a.value?.bookingId ?? ''
    const change = (from: number, to: number) =>
      test_.call(changeBooking, { bookingId, startsAt: at(from), endsAt: at(to) }, { token })
    expect((await change(9, 11)).value).toMatchObject({ endsAt: at(11) })
    const refused = await change(9, 11.5)
    expect(refused.refusal).toBe('ROOM_TAKEN')
    expect((refused.detail as { ways: unknown[] }).ways.length).toBeGreaterThan(0)
    expect((await change(10.5, 11)).value).toMatchObject({ startsAt: at(10.5) })
    expect((await change(12, 13)).value).toMatchObject({ startsAt: at(12), endsAt: at(13) })
  })

  test('a running meeting may end early and so frees the room, but not begin at another time', async () => {
    const roomId = await givenRoom(test_, org)
    const { value } = await reserve(roomId, 9, 11)
    test_.setNow(instantAt(day, 9 * 60 + 30, zone))
    const session = await signedInAs(test_, org, ['steward'])
    const bookingId = value?.bookingId ?? ''
    const moved = await test_.call(changeBooking, { bookingId, startsAt: at(10) }, { token: session.token })
    expect(moved.refusal).toBe('IN_THE_PAST')
    const ended = await test_.call(changeBooking, { bookingId, endsAt: at(9.5) }, { token: session.token })
    expect(ended.value).toMatchObject({ endsAt: at(9.5) })
  })

  test('another person’s booking cannot be changed, read or cancelled', async () => {
    const roomId = await givenRoom(test_, org)
    const { value } = await reserve(roomId, 9, 10)
    const other = await signedInAs(test_, org)
    const bookingId = value?.bookingId ?? ''
    expect((await test_.call(changeBooking, { bookingId, note: '改' }, { token: other.token })).refusal).toBe(
      'NOT_YOURS',
    )
    expect((await test_.call(cancelBooking, { bookingId }, { token: other.token })).refusal).toBe('NOT_YOURS')
  })

  test('cancelling frees the time at once; after the limit only a steward may', async () => {
    const roomId = await givenRoom(test_, org, { cancelUntilMinutes: 60 })
    const first = await reserve(roomId, 9, 10)
    expect(
      (await test_.call(cancelBooking, { bookingId: first.value?.bookingId ?? '' }, { token })).value?.status,
    ).toBe('cancelled')
    const second = await reserve(roomId, 9, 10)
    const bookingId = second.value?.bookingId ?? ''
    test_.setNow(instantAt(day, 8 * 60 + 30, zone))
    expect((await test_.call(cancelBooking, { bookingId }, { token })).refusal).toBe('TOO_LATE_TO_CANCEL')
    const steward = await signedInAs(test_, org, ['steward'])
    expect(
      (await test_.call(cancelBooking, { bookingId, reason: '停电' }, { token: steward.token })).value?.status,
    ).toBe('cancelled')
  })
})

describe('finding a room', () => {
  test('the smallest that fits comes first; when none fits, there are ways', async () => {
    const fresh = await givenOrg(test_)
    const me = await signedInAs(test_, fresh)
    const small = await givenRoom(test_, fresh, { capacity: 6 })
    const big = await givenRoom(test_, fresh, { capacity: 30 })
    const wish = { startsAt: at(9), endsAt: at(10), attendeeCount: 5 }
    const found = await test_.call(findRooms, wish, { token: me.token })
    expect(found.value?.rooms.map((r) => r.roomId)).toEqual([small, big])
    await test_.call(reserveRoom, { ...wish, roomId: small }, { token: me.token })
    await test_.call(reserveRoom, { ...wish, roomId: big }, { token: me.token })
    const none = await test_.call(findRooms, wish, { token: me.token })
    expect(none.value?.rooms).toEqual([])
    expect(none.value?.ways.map((w) => w.kind)).toContain('otherTime')
  })
})
