import { listNotices } from '../contract/people'
import { getShuttleSetting, type ShuttleSetting, saveShuttleSetting } from '../contract/shuttle-fleet'
import { cancelSeat, endSeason, listMySeasons, listMySeats, reserveSeat, saveSeason } from '../contract/shuttle-seats'
import { runSeatSteps } from '../functions/shuttle/run-seat-steps'
import { at, type BusHouse, busHouse, friday, type Rider, today } from './support/bus-house'
import { startCloud } from './support/start-cloud'

let bus: BusHouse

beforeAll(async () => {
  bus = await busHouse({ seats: 1 })
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const segment = { tripId: '早班', fromStopId: 'A', toStopId: 'D' }
const save = (who: Rider, from: string, until: string) =>
  bus.house.call(saveSeason, { ...segment, from, until }, { token: who.token })
const special = (day: string, isOffDay: boolean) =>
  bus.house.cloud.db.insertInto('specialDay').values({ orgId: bus.org.orgId, day, isOffDay, name: '调休' }).execute()
async function passTo(day: string) {
  bus.house.setNow(at(day, '00:30'))
  await Promise.all([1, 2].map(() => runSeatSteps(bus.house.cloud, bus.house.cloud.clock())))
}
async function daysOf({ token }: Rider) {
  const { value } = await bus.house.call(listMySeasons, {}, { token })
  return Object.fromEntries((value?.seasons[0]?.days ?? []).map(({ day, outcome }) => [day.slice(5), outcome]))
}

test('a season follows holidays and make-up workdays, leaves out a day given back, and ends', async () => {
  await special('2026-12-01', true)
  await special('2026-12-05', false)
  const who = await bus.rider('长期')
  const saved = await save(who, friday, '2026-12-11')
  expect(saved.value).toMatchObject({ departure: 27_600, fromStop: 'A', isPossible: true })
  expect(await daysOf(who)).toEqual({
    ...{ '11-27': 'reserved', '11-30': 'reserved', '12-02': 'reserved', '12-03': 'reserved' },
    ...{
      '12-04': 'toCome',
      '12-05': 'toCome',
      '12-07': 'toCome',
      '12-08': 'toCome',
      '12-09': 'toCome',
      '12-10': 'toCome',
    },
  })
  expect((await save(who, friday, '2026-12-11')).refusal).toBe('ALREADY_RESERVED')

  const seats = (await bus.house.call(listMySeats, {}, { token: who.token })).value?.items ?? []
  const third = seats.find(({ day }) => day === '2026-12-02')
  await bus.house.call(cancelSeat, { reservationId: third?.reservationId ?? '' }, { token: who.token })
  // said of a day that has not opened yet
  await special('2026-12-07', true)
  await passTo('2026-11-27')
  await passTo('2026-11-30')
  expect(await daysOf(who)).toMatchObject({ '12-02': 'cancelled', '12-04': 'reserved', '12-05': 'reserved' })
  expect((await daysOf(who))['12-07']).toBeUndefined()

  const seasonId = saved.value?.seasonId ?? ''
  const ended = await bus.house.call(endSeason, { seasonId }, { token: who.token })
  expect(ended.value?.cancelledSeats).toBe(4)
  expect((await bus.house.call(listMySeasons, {}, { token: who.token })).value?.seasons).toEqual([])
  await passTo('2026-12-01')
  expect((await bus.house.call(listMySeats, {}, { token: who.token })).value?.items).toEqual([])
  expect((await bus.house.call(endSeason, { seasonId }, { token: who.token })).refusal).toBe('NO_SUCH_SEASON')
})

test('where a day is full the season waits like everybody else', async () => {
  const [first, second] = [await bus.rider(), await bus.rider()]
  expect((await bus.reserve(first, '2026-12-03')).value?.status).toBe('reserved')
  await save(second, '2026-12-02', '2026-12-03')
  expect(await daysOf(second)).toEqual({ '12-02': 'reserved', '12-03': 'waiting' })
})

test('a season is at most half a year, and ends after it begins', async () => {
  const who = await bus.rider()
  expect((await save(who, friday, '2027-12-31')).refusal).toBe('TOO_LONG_SEASON')
  expect((await save(who, friday, today)).refusal).toBe('ENDS_BEFORE_START')
})

/** Seats of one day that a person holds or waits for. */
async function seatsOn({ token }: Rider, day: string) {
  const seats = (await bus.house.call(listMySeats, {}, { token })).value?.items ?? []
  return seats.filter((seat) => seat.day === day && ['reserved', 'waiting', 'offered'].includes(seat.status))
}
const evening = { tripId: '晚班' }

/** Asks all at once and lets none of them write before every one of them waits: for that, or for another of them. */
async function heldBeforeWriting(asks: (() => Promise<{ status: number }>)[]) {
  const holder = await bus.house.cloud.pool.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE audit_entry IN SHARE MODE')
  const answers = asks.map((ask) => ask())
  for (let waiting = 0; waiting < asks.length; ) {
    const { rows } = await bus.house.cloud.pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    waiting = rows[0]?.n ?? 0
  }
  await holder.query('COMMIT')
  holder.release()
  return Promise.all(answers)
}

describe('where a person may have one seat a day', () => {
  beforeAll(async () => {
    const { value } = await bus.house.call(getShuttleSetting, {}, { token: bus.fleet.token })
    const setting = { ...(value?.setting as ShuttleSetting), mostPerDay: 1 }
    await bus.house.call(saveShuttleSetting, setting, { token: bus.fleet.token })
  })

  test('the seat that a season brings is that one, until it is given back', async () => {
    const who = await bus.rider()
    await save(who, '2026-12-02', '2026-12-03')
    const other = () => bus.reserve(who, '2026-12-02', 'D-A', { ...evening, orWait: true })
    expect((await other()).refusal).toBe('TOO_MANY_SEATS')
    const [seat] = await seatsOn(who, '2026-12-02')
    await bus.house.call(cancelSeat, { reservationId: seat?.reservationId ?? '' }, { token: who.token })
    expect((await other()).refusal).toBeUndefined()
  })

  test('a season tells on which days it gets no seat and why, now and when they open', async () => {
    const who = await bus.rider()
    expect((await bus.reserve(who, '2026-12-02', 'D-A', { ...evening, orWait: true })).refusal).toBeUndefined()
    expect((await bus.reserve(who, '2026-12-03', 'A-D', { orWait: true })).refusal).toBeUndefined()
    const saved = await save(who, friday, '2026-12-05')
    expect(saved.value?.days).toMatchObject([
      { day: '2026-11-27' },
      { day: '2026-11-30' },
      { day: '2026-12-02', outcome: 'tooManySeats' },
      { day: '2026-12-03', outcome: 'alreadyReserved' },
      { day: '2026-12-04', outcome: 'toCome' },
      { day: '2026-12-05', outcome: 'toCome' },
    ])
    expect(await seatsOn(who, '2026-12-02')).toMatchObject([{ tripId: '晚班' }])

    bus.house.setNow(at(friday, '00:10'))
    expect((await bus.reserve(who, '2026-12-04', 'D-A', { ...evening, orWait: true })).refusal).toBeUndefined()
    await passTo(friday)
    expect(await daysOf(who)).toMatchObject({ '12-02': 'tooManySeats', '12-04': 'tooManySeats', '12-05': 'toCome' })
    const told = (await bus.house.call(listNotices, {}, { token: who.token })).value?.items ?? []
    expect(told.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^12月4日 周五 的 07:40 1号线（A上车）没有约：.*每人每天 1 座的上限/),
      expect.stringMatching(/^12月2日 周三 的 /),
    ])
  })

  test('two seasons and a single wish, all decided before the first is written, on two hosts: one seat a day', async () => {
    const who = await bus.rider()
    const there = await startCloud({ now: at(today, '12:00'), database: bus.house.database })
    const until = '2026-12-03'
    const back = { ...evening, fromStopId: 'D', toStopId: 'A' }
    const answers = await heldBeforeWriting([
      () => save(who, friday, until),
      () => there.call(saveSeason, { ...back, from: friday, until }, { token: who.token }),
      () => there.call(reserveSeat, { ...back, day: friday, orWait: true }, { token: who.token }),
    ])
    await there.end()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const day of [friday, '2026-11-30', '2026-12-02', until]) expect(await seatsOn(who, day)).toHaveLength(1)
  })
})
