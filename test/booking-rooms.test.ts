import { findRooms, listRooms, reserveRoom } from '../contract/booking'
import {
  listPlaces,
  listRoomRecords,
  retireRoom,
  savePlace,
  saveRoom,
  saveSpecialDay,
  setRoomPhoto,
} from '../contract/booking-rooms'
import type { RoomRules } from '../contract/booking-rules'
import { formatInstant, instantAt } from '../contract/zone'
import { type GivenOrg, givenDepartment, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const monday = '2026-11-23'
const at = (hours: number, on = monday) => formatInstant(instantAt(on, Math.round(hours * 60), zone), zone)

let cloud: TestCloud
let org: GivenOrg
let steward: string

const rules = (more: Partial<RoomRules> = {}) => ({
  isBookable: true,
  capacity: 12,
  opening: [1, 2, 3, 4, 5, 6, 7].map((weekday): [number, number][] => (weekday <= 5 ? [[480, 1080]] : [])),
  openToDepartmentIds: [] as string[],
  windows: [] as { departmentId: string; weekdays: number[]; from: number; to: number }[],
  minMinutes: 15,
  maxMinutes: 240,
  daysAhead: 30,
  turnoverMinutes: 0,
  cancelUntilMinutes: 30,
  ...(more as object),
})

beforeAll(async () => {
  cloud = await startCloud({ now: instantAt('2026-11-20', 540, zone) })
  org = await givenOrg(cloud)
  steward = (await signedInAs(cloud, org, ['steward'])).token
})
afterAll(() => cloud.end())

const save = (input: Partial<Parameters<typeof cloud.call<typeof saveRoom>>[1]>) =>
  cloud.call(
    saveRoom,
    { buildingId: org.buildingId, floor: '3层', name: '第一会议室', rules: rules(), ...input },
    { token: steward },
  )
const book = (token: string, roomId: string, from: number, to: number, on = monday) =>
  cloud.call(reserveRoom, { roomId, startsAt: at(from, on), endsAt: at(to, on) }, { token })

describe('the directory', () => {
  test('a new room gets a door code and is found by name, pinyin and initials', async () => {
    const saved = await save({ name: '国际会议厅', equipment: ['projector'] })
    expect(saved.value).toMatchObject({ name: '国际会议厅', humanCode: expect.stringMatching(/^[0-9A-Z]{6}$/) })
    const me = await signedInAs(cloud, org)
    for (const query of ['国际', 'guojihuiyi', 'gjhy', 'GJHY', '综合楼 3层 国际']) {
      const found = await cloud.call(listRooms, { query }, { token: me.token })
      expect({ query, names: found.value?.items.map((room) => room.name) }).toEqual({ query, names: ['国际会议厅'] })
    }
    expect((await cloud.call(listRooms, { query: '%' }, { token: me.token })).value?.items).toEqual([])
  })

  test('a change is seen by the next call, and every change by its own rules at once', async () => {
    const saved = await save({ name: '改规则的房间' })
    const roomId = saved.value?.roomId ?? ''
    const me = await signedInAs(cloud, org)
    expect((await book(me.token, roomId, 9, 10)).value).toBeDefined()
    await save({ roomId, name: '改规则的房间', rules: rules({ isBookable: false }) })
    expect((await book(me.token, roomId, 10, 11)).refusal).toBe('ROOM_CLOSED')
  })

  test('a turnover that would push meetings into each other is refused with the pairs', async () => {
    const saved = await save({ name: '换场房间' })
    const roomId = saved.value?.roomId ?? ''
    const me = await signedInAs(cloud, org)
    await book(me.token, roomId, 9, 10)
    await book(me.token, roomId, 10.25, 11)
    const refused = await save({ roomId, name: '换场房间', rules: rules({ turnoverMinutes: 30 }) })
    expect(refused).toMatchObject({
      refusal: 'TURNOVER_CLASH',
      detail: { pairs: [{ endsAt: at(10), nextStartsAt: at(10.25) }] },
    })
    expect((await save({ roomId, name: '换场房间', rules: rules({ turnoverMinutes: 15 }) })).value).toBeDefined()
    expect((await book(me.token, roomId, 11, 12)).refusal).toBe('ROOM_TAKEN')
    expect((await book(me.token, roomId, 11.25, 12)).value).toBeDefined()
  })

  test.each([
    [
      '重叠',
      rules({
        opening: [
          [
            [480, 720],
            [700, 900],
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      }),
    ],
    ['晚于', rules({ opening: [[[720, 480]], [], [], [], [], [], []] })],
    ['最短', rules({ minMinutes: 300, maxMinutes: 60 })],
  ])('hours that cannot be are refused with a sentence (%s)', async (word, wrong) => {
    const refused = await save({ name: '错误的房间', rules: wrong as ReturnType<typeof rules> })
    expect(refused).toMatchObject({ refusal: 'HOURS_INVALID', detail: { problem: expect.stringContaining(word) } })
  })

  test('names are told apart, departments and buildings must be one’s own', async () => {
    await save({ name: '重名' })
    expect((await save({ name: '重名' })).refusal).toBe('NAME_TAKEN')
    const abroad = await givenOrg(cloud, '外单位')
    expect((await save({ name: '别处', buildingId: abroad.buildingId })).refusal).toBe('NO_SUCH_PLACE')
    const openTo = rules({ openToDepartmentIds: [abroad.departmentId] })
    expect((await save({ name: '别处', rules: openTo })).refusal).toBe('NO_SUCH_DEPARTMENT')
  })

  test('a room with coming meetings is not retired; without them it leaves the directory and comes back', async () => {
    const roomId = (await save({ name: '要停用的' })).value?.roomId ?? ''
    const me = await signedInAs(cloud, org)
    await book(me.token, roomId, 9, 10)
    expect((await cloud.call(retireRoom, { roomId, isRetired: true }, { token: steward })).refusal).toBe(
      'HAS_COMING_BOOKINGS',
    )
    const empty = (await save({ name: '空房间' })).value?.roomId ?? ''
    expect((await cloud.call(retireRoom, { roomId: empty, isRetired: true }, { token: steward })).value).toBeDefined()
    expect((await book(me.token, empty, 9, 10)).refusal).toBe('NO_SUCH_ROOM')
    await cloud.call(retireRoom, { roomId: empty, isRetired: false }, { token: steward })
    expect((await book(me.token, empty, 9, 10)).value).toBeDefined()
  })

  test('sites and buildings are added, renamed and counted', async () => {
    const site = await cloud.call(savePlace, { kind: 'site', name: '南院' }, { token: steward })
    const siteId = site.value?.siteId ?? ''
    const building = await cloud.call(savePlace, { kind: 'building', siteId, name: '食堂' }, { token: steward })
    await save({ name: '小包间', buildingId: building.value?.buildingId })
    expect((await cloud.call(savePlace, { kind: 'building', siteId, name: '食堂' }, { token: steward })).refusal).toBe(
      'NAME_TAKEN',
    )
    const places = await cloud.call(listPlaces, {}, { token: steward })
    expect(places.value?.sites.find((s) => s.siteId === siteId)?.buildings).toMatchObject([{ name: '食堂', rooms: 1 }])
    const records = await cloud.call(listRoomRecords, { query: 'xiaobaojian' }, { token: steward })
    expect(records.value).toMatchObject({ total: 1, items: [{ name: '小包间', building: '食堂' }] })
  })

  test('a picture is re-encoded and served; anything else is not taken', async () => {
    const roomId = (await save({ name: '有照片的' })).value?.roomId ?? ''
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const set = await cloud.call(setRoomPhoto, { roomId, content: dot }, { token: steward })
    const served = await cloud.fetch(set.value?.photo ?? '')
    expect(served.headers.get('content-type')).toBe('image/webp')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    expect((await cloud.call(setRoomPhoto, { roomId, content: svg }, { token: steward })).refusal).toBe('NOT_A_PICTURE')
  })
})

describe('who may book when', () => {
  test('a room for some departments is theirs and those below them', async () => {
    const lab = await givenDepartment(cloud, org.orgId, '计量所')
    const below = await givenDepartment(cloud, org.orgId, '力学室', lab)
    const roomId =
      (await save({ name: '计量所专用', rules: rules({ openToDepartmentIds: [lab] }) })).value?.roomId ?? ''
    const insider = await signedInAs(cloud, org, [], { departmentId: below })
    const stranger = await signedInAs(cloud, org)
    expect((await book(stranger.token, roomId, 9, 10)).refusal).toBe('NOT_FOR_YOUR_DEPARTMENT')
    expect((await book(insider.token, roomId, 9, 10)).value).toBeDefined()
  })

  test('hours kept for a department are closed to others then, and open to all at other times', async () => {
    const office = await givenDepartment(cloud, org.orgId, '后勤处')
    const windows = [{ departmentId: office, weekdays: [1], from: 540, to: 660 }]
    const roomId = (await save({ name: '周一例会', rules: rules({ windows }) })).value?.roomId ?? ''
    const insider = await signedInAs(cloud, org, [], { departmentId: office })
    const other = await signedInAs(cloud, org)
    expect((await book(other.token, roomId, 10, 11)).refusal).toBe('DEPARTMENT_HOURS')
    expect((await book(other.token, roomId, 10, 11, '2026-11-24')).value).toBeDefined()
    expect((await book(other.token, roomId, 11, 12)).value).toBeDefined()
    expect((await book(insider.token, roomId, 10, 11)).value).toBeDefined()
  })

  test('booking for somebody else needs the duty, and it is their department that counts', async () => {
    const lab = await givenDepartment(cloud, org.orgId, '质检中心')
    const roomId = (await save({ name: '质检专用', rules: rules({ openToDepartmentIds: [lab] }) })).value?.roomId ?? ''
    const boss = await signedInAs(cloud, org, [], { departmentId: lab, name: '李主任' })
    const plain = await signedInAs(cloud, org)
    const secretary = await signedInAs(cloud, org, ['proxy'])
    const wish = { roomId, startsAt: at(9), endsAt: at(10), forPersonId: boss.personId }
    expect((await cloud.call(reserveRoom, wish, { token: plain.token })).refusal).toBe('NOT_FOR_OTHERS')
    const booked = await cloud.call(reserveRoom, wish, { token: secretary.token })
    expect(booked.value).toMatchObject({ organizer: { name: '李主任' }, bookedBy: { personId: secretary.personId } })
  })

  test('a day made a workday by the office can be booked at once', async () => {
    const roomId = (await save({ name: '补班日' })).value?.roomId ?? ''
    const admin = await signedInAs(cloud, org, ['admin'])
    const me = await signedInAs(cloud, org)
    expect((await book(me.token, roomId, 9, 10, '2026-11-29')).refusal).toBe('OUTSIDE_OPENING_HOURS')
    await cloud.call(saveSpecialDay, { day: '2026-11-29', isOffDay: false, name: '补班' }, { token: admin.token })
    expect((await book(me.token, roomId, 9, 10, '2026-11-29')).value).toBeDefined()
  })

  test('too far ahead, too many people, in the past', async () => {
    const roomId = (await save({ name: '远期' })).value?.roomId ?? ''
    const me = await signedInAs(cloud, org)
    expect((await book(me.token, roomId, 9, 10, '2026-12-21')).refusal).toBe('TOO_FAR_AHEAD')
    expect((await book(me.token, roomId, 8, 8.75, '2026-11-20')).refusal).toBe('IN_THE_PAST')
    const crowd = { roomId, startsAt: at(9), endsAt: at(10), attendeeCount: 13 }
    expect((await cloud.call(reserveRoom, crowd, { token: me.token })).refusal).toBe('TOO_MANY_PEOPLE')
  })
})

test('ways never lead to a room that is too small or lacks what was asked for', async () => {
  const fresh = await givenOrg(cloud, '小单位')
  const me = await signedInAs(cloud, fresh)
  await givenRoom(cloud, fresh, { capacity: 4 })
  const big = await givenRoom(cloud, fresh, { capacity: 40 })
  const wish = { startsAt: at(9), endsAt: at(10), attendeeCount: 30 }
  await book(me.token, big, 9, 10)
  const found = await cloud.call(findRooms, wish, { token: me.token })
  expect(found.value?.rooms).toEqual([])
  expect(found.value?.ways.length).toBeGreaterThan(0)
  expect(found.value?.ways.every((way) => way.roomId === big)).toBe(true)
})
