import { cancelSeat, endSeason, listMySeasons, listMySeats, saveSeason } from '../contract/shuttle-seats'
import { runSeatSteps } from '../functions/shuttle/run-seat-steps'
import { at, type BusHouse, busHouse, friday, type Rider, today } from './support/bus-house'

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
