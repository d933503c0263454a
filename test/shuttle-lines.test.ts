import { findStops, findTrips, getDepartures, getLine, getStopBoard, listLines, markStop } from '../contract/shuttle'
import { listShuttleNotices, saveShuttleNotice } from '../contract/shuttle-fleet'
import { at, type BusHouse, busHouse, friday, today } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'
import { givenTimetable, secondsOf } from './support/given-timetable'

let bus: BusHouse
let token: string

beforeAll(async () => {
  bus = await busHouse()
  token = (await bus.rider()).token
  await givenTimetable(
    bus.house,
    { ...bus.org, personId: bus.fleet.personId },
    {
      services: { worked: { rule: 'workdays' }, rest: { rule: 'restDays' } },
      parents: { 北站台: '火车站', 南站台: '火车站' },
      trips: [
        {
          tripId: '早班',
          routeId: '1号线',
          serviceId: 'worked',
          headsign: '综合楼',
          times: ['东风渠 7:40', '农业路 7:50', '综合楼 8:10'],
        },
        {
          tripId: '直达',
          routeId: '1号线',
          serviceId: 'worked',
          headsign: '综合楼',
          times: ['东风渠 8:40', '综合楼 9:00'],
        },
        {
          tripId: '返程',
          routeId: '1号线',
          serviceId: 'worked',
          directionId: 1,
          times: ['综合楼 17:40', '农业路 18:00', '东风渠 18:10'],
        },
        {
          tripId: '夜班',
          routeId: '2号线',
          serviceId: 'worked',
          times: ['综合楼 23:50', '北站台 24:20', '南院 24:35'],
        },
        {
          tripId: '区间',
          routeId: '区间车',
          serviceId: 'rest',
          times: ['综合楼 0:00', '南站台 0:12', '南院 0:20'],
          headway: [
            { from: '8:30', until: '12:00', seconds: 1800 },
            { from: '13:30', until: '17:30', seconds: 1800 },
          ],
        },
      ],
    },
  )
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const call: BusHouse['house']['call'] = (procedure, input) => bus.house.call(procedure, input, { token })

test('all lines of a day: which run, from when to when, and from where to where', async () => {
  const lines = async (day: string) =>
    (await call(listLines, { day })).value?.lines.map(({ routeId, runs, trips, firstAt, lastAt, ends }) => [
      routeId,
      runs,
      trips,
      firstAt?.slice(11, 16),
      lastAt?.slice(11, 16),
      ends.join('-'),
    ])
  expect(await lines(friday)).toEqual([
    ['1号线', true, 3, '07:40', '17:40', '东风渠-综合楼'],
    ['2号线', true, 1, '23:50', '23:50', '综合楼-南院'],
    ['区间车', false, 0, undefined, undefined, '综合楼-南院'],
  ])
  expect((await lines('2026-11-28'))?.[2]).toEqual(['区间车', true, 1, '08:30', '17:00', '综合楼-南院'])
})

test('a line shows each direction with its stops, every trip, and the days on which it runs', async () => {
  const { value } = await call(getLine, { routeId: '1号线', day: friday })
  expect(
    value?.directions.map(({ headsign, stops, trips }) => [
      headsign,
      stops.map(({ name }) => name),
      trips.map(({ times }) => times),
    ]),
  ).toEqual([
    [
      '综合楼',
      ['东风渠', '农业路', '综合楼'],
      [
        [27600, 28200, 29400],
        [31200, null, 32400],
      ],
    ],
    ['东风渠', ['综合楼', '农业路', '东风渠'], [[63600, 64800, 65400]]],
  ])
  expect(value?.runsOn.slice(0, 4)).toEqual([friday, '2026-11-30', '2026-12-01', '2026-12-02'])
  const often = (await call(getLine, { routeId: '区间车', day: '2026-11-28' })).value?.directions[0]
  expect(often?.trips.map(({ headway }) => [headway?.seconds, headway?.from])).toEqual([
    [1800, secondsOf('8:30')],
    [1800, secondsOf('13:30')],
  ])
  expect((await call(getLine, { routeId: '没有' })).refusal).toBe('NO_SUCH_LINE')
})

test('the board on the pole has all departures of the day; a station has those of its platforms', async () => {
  const { value } = await call(getStopBoard, { stopId: '综合楼', day: friday })
  expect(value?.boards.map(({ route, headsign, departures }) => [route.shortName, headsign, departures])).toEqual([
    ['1号线', '东风渠', [63600]],
    ['2号线', '南院', [85800]],
  ])
  const station = (await call(getStopBoard, { stopId: '火车站', day: '2026-11-28' })).value
  expect(station?.boards).toMatchObject([
    {
      headsign: '南院',
      departures: [],
      headways: [{ seconds: 1800, from: secondsOf('8:42'), until: secondsOf('12:12') }, {}],
    },
  ])
  expect((await call(getStopBoard, { stopId: '没有' })).refusal).toBe('NO_SUCH_STOP')
})

test('from one stop to another without changing, after midnight and with a headway too', async () => {
  const trips = async (fromStopId: string, toStopId: string, from: string) =>
    (await call(findTrips, { fromStopId, toStopId, from, limit: 3 })).value?.trips.map(
      ({ tripId, departsAt, arrivesAt, stops }) => [tripId, departsAt.slice(5, 16), arrivesAt.slice(5, 16), stops],
    )
  expect(await trips('东风渠', '综合楼', '2026-11-27T07:45:00+08:00')).toEqual([
    ['直达', '11-27T08:40', '11-27T09:00', 1],
    ['早班', '11-30T07:40', '11-30T08:10', 2],
    ['直达', '11-30T08:40', '11-30T09:00', 1],
  ])
  expect((await trips('综合楼', '南院', '2026-11-27T20:00:00+08:00'))?.slice(0, 2)).toEqual([
    ['夜班', '11-27T23:50', '11-28T00:35', 2],
    ['区间', '11-28T08:30', '11-28T08:50', 2],
  ])
  expect((await trips('火车站', '南院', '2026-11-28T08:00:00+08:00'))?.[0]).toEqual([
    '区间',
    '11-28T08:42',
    '11-28T08:50',
    1,
  ])
  expect(await trips('综合楼', '火车站', '2026-11-27T20:00:00+08:00')).toHaveLength(3)
  expect((await call(findTrips, { fromStopId: '南院', toStopId: '南院' })).refusal).toBe('SAME_STOP')
  expect(await trips('南院', '综合楼', '2026-11-27T20:00:00+08:00')).toEqual([])
})

test('stops are found by name, pinyin and initials, page by page', async () => {
  const names = async (query: string) => (await call(findStops, { query })).value?.items.map(({ name }) => name)
  expect(await names('dongfengqu')).toEqual(['东风渠'])
  expect(await names('nyl')).toEqual(['农业路'])
  expect(await names('没有这站')).toEqual([])
  const all: string[] = []
  let cursor: string | undefined
  do {
    const page: { items: { name: string }[]; nextCursor?: string } | undefined = (
      await call(findStops, { limit: 2, ...(cursor ? { cursor } : {}) })
    ).value
    all.push(...(page?.items.map(({ name }) => name) ?? []))
    cursor = page?.nextCursor
  } while (cursor)
  // platforms are found by their station
  expect([...all].sort()).toEqual(['东风渠', '农业路', '南院', '火车站', '综合楼'].sort())
  expect((await call(findStops, { query: '综合楼' })).value?.items[0]?.routes).toEqual(['1号线', '2号线', '区间车'])
})

test('the first stop that is kept is the usual one, and opens first; letting it go leaves the oldest', async () => {
  const mark = async (stopId: string, isFavourite: boolean, isUsual = false) =>
    (await call(markStop, { stopId, isFavourite, isUsual })).value?.myStops.map(({ name }) => name)
  expect(await mark('农业路', true)).toEqual(['农业路'])
  expect(await mark('综合楼', true)).toEqual(['农业路', '综合楼'])
  expect(await mark('南院', true, true)).toEqual(['南院', '农业路', '综合楼'])
  const { value } = await call(getDepartures, {})
  expect([value?.stop?.name, value?.isFavourite]).toEqual(['南院', true])
  expect(await mark('南院', false)).toEqual(['农业路', '综合楼'])
  expect((await call(getDepartures, {})).value?.stop?.name).toBe('农业路')
  expect((await call(markStop, { stopId: '没有', isFavourite: true })).refusal).toBe('NO_SUCH_STOP')
})

test('a notice stands at the stops of its lines for its days, can be changed and taken back', async () => {
  const save = (input: object) =>
    bus.house.call(
      saveShuttleNotice,
      { title: '改道', from: today, until: friday, routeIds: ['2号线'], ...input },
      { token: bus.fleet.token },
    )
  const noticeId = (await save({})).value?.noticeId ?? ''
  const shownAt = async (stopId: string) =>
    (await call(getDepartures, { stopId })).value?.notices.map(({ title }) => title)
  expect(await shownAt('综合楼')).toEqual(['改道'])
  expect(await shownAt('东风渠')).toEqual([])
  await save({ noticeId, title: '又改道' })
  expect(await shownAt('综合楼')).toEqual(['又改道'])
  bus.house.setNow(at('2026-11-28', '12:00'))
  expect(await shownAt('综合楼')).toEqual([])
  expect((await save({ until: '2026-11-01' })).refusal).toBe('ENDS_BEFORE_START')
  expect((await save({ routeIds: ['没有'] })).refusal).toBe('NO_SUCH_LINE')
  await save({ noticeId, isRemoved: true })
  expect((await bus.house.call(listShuttleNotices, {}, { token: bus.fleet.token })).value?.notices).toEqual([])
})

test('an institution without a timetable says so kindly, and sees nothing of others', async () => {
  const other = await givenOrg(bus.house, '没有班车的单位')
  const stranger = await signedInAs(bus.house, other, [])
  const { value } = await bus.house.call(getDepartures, {}, { token: stranger.token })
  expect(value).toMatchObject({ departures: [], myStops: [] })
  expect(value?.timetable).toBeUndefined()
  const there = await bus.house.call(getDepartures, { stopId: '综合楼' }, { token: stranger.token })
  expect(there.value?.stop).toBeUndefined()
  expect((await bus.house.call(listLines, {}, { token: stranger.token })).value?.lines).toEqual([])
  expect((await bus.house.call(findStops, {}, { token: stranger.token })).value?.items).toEqual([])
})
