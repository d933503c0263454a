import { boardRider, getManifest, listRuns, unboardRider } from '../contract/shuttle-fleet'
import { getNextRide } from '../contract/shuttle-ride'
import { cancelSeat, getBoardingPass, getMyRideRecord } from '../contract/shuttle-seats'
import { closeRun, excuseNoShow, getRidership, listNoShows } from '../contract/shuttle-vehicles'
import { tick } from '../functions/tick'
import { at, type BusHouse, busHouse, friday, type Rider, today } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'

let bus: BusHouse

beforeAll(async () => {
  bus = await busHouse({ seats: 5 })
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const pass = async ({ token }: Rider, reservationId = '') =>
  bus.house.call(getBoardingPass, { reservationId }, { token })
const board = (what: { code?: string; reservationId?: string; stopId?: string }, day: string, tripId = '早班') =>
  bus.house.call(boardRider, { tripId, day, ...what }, { token: bus.fleet.token })

/** A rider with a seat and the codes shown at a moment. */
async function withCode(day: string, clock: string, segment = 'A-D') {
  const rider = await bus.rider('乘客')
  const reservationId = (await bus.reserve(rider, day, segment)).value?.reservationId ?? ''
  bus.house.setNow(at(day, clock))
  const codes = (await pass(rider, reservationId)).value?.codes ?? []
  return { rider, reservationId, codes, code: codes[0]?.token ?? '' }
}

test('the code is there from thirty minutes before to ten after, and the home page knows it without being asked', async () => {
  const { rider, reservationId, codes } = await withCode(friday, '07:09', 'B-D')
  expect(codes).toEqual([])
  const shown = async (clock: string) => {
    bus.house.setNow(at(friday, clock))
    const next = (await bus.house.call(getNextRide, {}, { token: rider.token })).value?.seat
    return [(await pass(rider, reservationId)).value?.codes.length, next?.isBoardable]
  }
  expect(await shown('07:19')).toEqual([0, false])
  expect(await shown('07:20')).toEqual([6, true])
  expect(await shown('08:00')).toEqual([1, true])
  expect(await shown('08:01')).toEqual([0, undefined])
})

test('a good code lets its rider on once; the copy in a second hand is refused', async () => {
  const { code, codes, reservationId } = await withCode(friday, '07:35')
  const boarded = await board({ code }, friday)
  expect(boarded.value).toMatchObject({ boarded: 1, seat: { reservationId, rider: '乘客', status: 'boarded' } })
  const copied = await board({ code }, friday)
  expect(copied).toMatchObject({
    refusal: 'ALREADY_BOARDED',
    detail: { rider: '乘客', boardedAt: '2026-11-27T07:35:00+08:00' },
  })
  bus.house.setNow(at(friday, '07:35') + 30_000)
  expect((await board({ code: codes[1]?.token ?? '' }, friday)).refusal).toBe('ALREADY_BOARDED')
})

test('nobody can ask for the code of somebody else', async () => {
  const { reservationId } = await withCode(friday, '07:35')
  expect((await pass(await bus.rider(), reservationId)).refusal).toBe('NO_SUCH_RESERVATION')
  expect((await pass(bus.fleet, reservationId)).refusal).toBe('NO_SUCH_RESERVATION')
})

test('a code is stale more than sixty seconds after it began, and not good before its time', async () => {
  const { code, codes } = await withCode('2026-11-30', '07:35')
  const start = at('2026-11-30', '07:35')
  expect((await board({ code: codes[2]?.token ?? '' }, '2026-11-30')).refusal).toBe('STALE_CODE')
  bus.house.setNow(start + 60_001)
  expect((await board({ code }, '2026-11-30')).refusal).toBe('STALE_CODE')
  bus.house.setNow(start + 59_999)
  expect((await board({ code }, '2026-11-30')).value?.boarded).toBe(1)
})

test('a code with any other character, of another trip, or of another institution is refused', async () => {
  const day = '2026-12-01'
  const { code, reservationId, rider } = await withCode(day, '07:35')
  for (let i = 0; i < code.length; i += 3) {
    const other = code[i] === 'A' ? 'B' : 'A'
    const forged = await board({ code: code.slice(0, i) + other + code.slice(i + 1) }, day)
    expect(['FORGED_CODE', 'STALE_CODE']).toContain(forged.refusal)
  }
  for (const code of ['', 'x', '12345', '你好', 'A'.repeat(200)].filter(Boolean))
    expect((await board({ code }, day)).refusal).toBe('FORGED_CODE')
  expect(await board({ code }, day, '晚班')).toMatchObject({
    refusal: 'WRONG_TRIP',
    detail: { route: '1号线', departsAt: '2026-12-01T07:40:00+08:00' },
  })
  const org = await givenOrg(bus.house)
  const stranger = await signedInAs(bus.house, org, ['fleet'])
  const abroad = await bus.house.call(boardRider, { tripId: '早班', day, code }, { token: stranger.token })
  expect(abroad.refusal).toBe('NO_SUCH_TRIP')
  await bus.house.call(cancelSeat, { reservationId }, { token: rider.token })
  expect((await board({ code }, day)).refusal).toBe('SEAT_CANCELLED')
})

test('the six digits below the code do as well, and a name can be tapped and taken back', async () => {
  const day = '2026-12-02'
  const { codes, reservationId } = await withCode(day, '07:35')
  expect((await board({ code: codes[0]?.humanCode ?? '' }, day)).value?.boarded).toBe(1)
  const undone = await bus.house.call(unboardRider, { tripId: '早班', day, reservationId }, { token: bus.fleet.token })
  expect(undone.value?.seat.status).toBe('reserved')
  expect((await board({ code: '000000' }, day)).refusal).toBe('STALE_CODE')
  expect((await board({ reservationId }, day)).value?.boarded).toBe(1)
})

test('people without a seat are let on while there is one, and counted', async () => {
  const day = '2026-12-03'
  bus.house.setNow(at(day, '07:30'))
  for (let i = 0; i < 5; i++) expect((await board({ stopId: 'A' }, day)).value?.walkIns).toBe(i + 1)
  expect((await board({ stopId: 'A' }, day)).refusal).toBe('NO_FREE_SEAT')
})

test('who does not come is in the ledger, sees it, and can be excused; the figures agree', async () => {
  const day = '2026-12-04'
  bus.house.setNow(at('2026-12-03', '12:00'))
  bus.fleet = await signedInAs(bus.house, bus.org, ['fleet'])
  const [came, missed, late] = [await bus.rider('来了'), await bus.rider('没来'), await bus.rider('太晚')]
  const seats = [await bus.reserve(came, day), await bus.reserve(missed, day), await bus.reserve(late, day)]
  const ids = seats.map(({ value }) => value?.reservationId ?? '')
  bus.house.setNow(at(day, '07:20'))
  await bus.house.call(cancelSeat, { reservationId: ids[2] ?? '' }, { token: late.token })
  await board({ reservationId: ids[0] ?? '' }, day)
  await board({ code: 'x' }, day)
  const { token } = bus.fleet
  expect((await bus.house.call(closeRun, { tripId: '早班', day }, { token })).refusal).toBe('NOT_DEPARTED')
  const manifest = (await bus.house.call(getManifest, { tripId: '早班', day }, { token })).value
  expect(manifest?.stops.map(({ boards, alights, free }) => [boards, alights, free])).toEqual([
    [2, 0, 3],
    [0, 0, 3],
    [0, 0, 3],
    [0, 2, 0],
  ])
  expect(manifest).toMatchObject({ refused: 1, walkIns: 0, run: { reserved: 2, boarded: 1, mostTaken: 2 } })
  bus.house.setNow(at(day, '08:20'))
  expect((await bus.house.call(closeRun, { tripId: '早班', day }, { token })).value).toMatchObject({
    noShows: 1,
    run: { isClosed: true },
  })
  const ledger = (await bus.house.call(listNoShows, { from: day, until: day }, { token })).value?.items
  expect(ledger?.map(({ rider, what, inLedger }) => [rider, what, inLedger])).toEqual(
    expect.arrayContaining([
      ['没来', 'noShow', 1],
      ['太晚', 'lateCancel', 1],
    ]),
  )
  const record = async () => (await bus.house.call(getMyRideRecord, {}, { token: missed.token })).value
  expect(await record()).toMatchObject({
    rides: 0,
    noShows: 1,
    lateCancels: 0,
    entries: [{ what: 'noShow', fromStop: 'A' }],
  })
  await bus.house.call(excuseNoShow, { reservationId: ids[1] ?? '', isExcused: true, excuse: '临时开会' }, { token })
  expect(await record()).toMatchObject({ noShows: 0, entries: [] })
  const ridership = (await bus.house.call(getRidership, { from: day, until: day, routeId: '1号线' }, { token })).value
  expect(ridership?.total).toEqual({
    booked: 2,
    boarded: 1,
    noShow: 1,
    lateCancel: 1,
    refused: 1,
    walkIns: 0,
    runs: 1,
    seats: 5,
  })
  expect(ridership?.segments.map(({ fromStop, booked, boarded }) => [fromStop, booked, boarded])).toEqual([
    ['A', 2, 1],
    ['B', 2, 1],
    ['C', 2, 1],
  ])
})

test('what no driver closes is closed by itself two hours after the end', async () => {
  const day = '2026-12-07'
  bus.house.setNow(at('2026-12-04', '12:00'))
  bus.fleet = await signedInAs(bus.house, bus.org, ['fleet'])
  const rider = await bus.rider()
  await bus.reserve(rider, day)
  bus.house.setNow(at(day, '10:09'))
  await tick(bus.house.cloud)
  const runs = async () => (await bus.house.call(listRuns, { day }, { token: bus.fleet.token })).value?.runs
  expect((await runs())?.map(({ tripId, isClosed }) => [tripId, isClosed])).toEqual([
    ['早班', false],
    ['晚班', false],
  ])
  bus.house.setNow(at(day, '10:11'))
  await Promise.all([tick(bus.house.cloud), tick(bus.house.cloud)])
  expect((await runs())?.[0]?.isClosed).toBe(true)
  expect((await bus.house.call(getMyRideRecord, {}, { token: rider.token })).value?.noShows).toBe(1)
})
