import { listNotices } from '../contract/people'
import { getDepartures, getLine } from '../contract/shuttle'
import { listRuns, reportDelay } from '../contract/shuttle-fleet'
import { getNextRide } from '../contract/shuttle-ride'
import { getTripSeats } from '../contract/shuttle-seats'
import { at, type BusHouse, busHouse, friday, today } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'

let bus: BusHouse

beforeAll(async () => {
  bus = await busHouse()
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const say = (what: { delayMinutes?: number; isCancelled?: boolean; note?: string }, day = friday) =>
  bus.house.call(reportDelay, { tripId: '早班', day, ...what }, { token: bus.fleet.token })

test('ten minutes late: riders are told once, and everybody sees it everywhere', async () => {
  const [rider, other] = [await bus.rider(), await bus.rider()]
  await bus.reserve(rider, friday)
  expect((await say({ delayMinutes: 10, note: '堵车' })).value).toEqual({
    tripId: '早班',
    day: friday,
    delayMinutes: 10,
    isCancelled: false,
    told: 1,
  })
  expect((await say({ delayMinutes: 10, note: '堵车' })).value?.told).toBe(0)
  const told = (await bus.house.call(listNotices, {}, { token: rider.token })).value?.items ?? []
  expect(told.map(({ title }) => title)).toEqual(['你预约的班车晚 10 分钟'])
  bus.house.setNow(at(friday, '07:45'))
  const { token } = other
  // its time is past, but it has not left
  const next = (await bus.house.call(getDepartures, { stopId: 'A' }, { token })).value?.departures[0]
  expect(next).toMatchObject({
    tripId: '早班',
    scheduledAt: '2026-11-27T07:40:00+08:00',
    departsAt: '2026-11-27T07:50:00+08:00',
    delayMinutes: 10,
    changeNote: '堵车',
  })
  const line = (await bus.house.call(getLine, { routeId: '1号线', day: friday }, { token })).value
  expect(line?.directions[0]?.trips[0]?.delayMinutes).toBe(10)
  expect((await bus.house.call(getTripSeats, { tripId: '早班', day: friday }, { token })).value?.delayMinutes).toBe(10)
  expect((await bus.house.call(getNextRide, {}, { token: rider.token })).value?.seat?.delayMinutes).toBe(10)
  const runs = (await bus.house.call(listRuns, { day: friday }, { token: bus.fleet.token })).value?.runs
  expect(runs?.map(({ tripId, delayMinutes }) => [tripId, delayMinutes])).toEqual([
    ['早班', 10],
    ['晚班', 0],
  ])
  bus.house.setNow(at(friday, '07:51'))
  expect((await bus.house.call(getDepartures, { stopId: 'A' }, { token })).value?.departures[0]?.day).toBe('2026-11-30')
})

test('a cancelled trip stays in its place, marked; no seat of it can be had, and on time again it can', async () => {
  const day = '2026-11-30'
  const rider = await bus.rider()
  await say({ isCancelled: true }, day)
  const first = (
    await bus.house.call(getDepartures, { stopId: 'A', from: `${day}T07:00:00+08:00` }, { token: rider.token })
  ).value?.departures[0]
  expect(first).toMatchObject({ tripId: '早班', isCancelled: true, departsAt: `${day}T07:40:00+08:00` })
  expect((await bus.reserve(rider, day)).refusal).toBe('TRIP_CANCELLED')
  await say({}, day)
  expect((await bus.reserve(rider, day)).value?.status).toBe('reserved')
  expect((await say({ isCancelled: true }, day)).value?.told).toBe(1)
})

test('what does not run cannot be late, and no other institution says anything of ours', async () => {
  expect((await say({ delayMinutes: 5 }, '2026-11-28')).refusal).toBe('DOES_NOT_RUN')
  const stranger = await signedInAs(bus.house, await givenOrg(bus.house), ['fleet'])
  const abroad = await bus.house.call(
    reportDelay,
    { tripId: '早班', day: friday, delayMinutes: 5 },
    { token: stranger.token },
  )
  expect(abroad.refusal).toBe('NO_SUCH_TRIP')
  const rider = await bus.rider()
  const forbidden = await bus.house.call(
    reportDelay,
    { tripId: '早班', day: friday, delayMinutes: 5 },
    { token: rider.token },
  )
  expect(forbidden.fault).toBe('FORBIDDEN')
})

test('that a bus is on time is no news where nobody said otherwise', async () => {
  const rider = await bus.rider()
  const day = '2026-12-01'
  await bus.reserve(rider, day)
  expect((await say({}, day)).value?.told).toBe(0)
  expect((await say({ delayMinutes: 5 }, day)).value?.told).toBe(1)
  expect((await say({}, day)).value?.told).toBe(1)
  const told = (await bus.house.call(listNotices, {}, { token: rider.token })).value?.items ?? []
  expect(told.map(({ title }) => title).sort()).toEqual(['你预约的班车恢复正点', '你预约的班车晚 5 分钟'])
})

test('a bus without a headway has no starts of its own: whatever start is named, the whole trip is late', async () => {
  const day = '2026-12-02'
  const input = { tripId: '早班', day, startsAtSeconds: 27_600, delayMinutes: 8 }
  expect((await bus.house.call(reportDelay, input, { token: bus.fleet.token })).value?.delayMinutes).toBe(8)
  const { token } = await bus.rider()
  const { value } = await bus.house.call(getDepartures, { stopId: 'A', from: `${day}T07:00:00+08:00` }, { token })
  expect(value?.departures[0]).toMatchObject({ tripId: '早班', day, delayMinutes: 8 })
})
