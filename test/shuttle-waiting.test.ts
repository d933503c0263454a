import { acceptSeat, cancelSeat, listMySeats } from '../contract/shuttle-seats'
import { runSeatSteps } from '../functions/shuttle/run-seat-steps'
import { at, type BusHouse, busHouse, friday, type Rider, today } from './support/bus-house'
import { givenRiders } from './support/given-riders'
import { miscounted, overSold } from './support/seat-counts'

let bus: BusHouse
let people: Rider[]

beforeAll(async () => {
  bus = await busHouse({ seats: 1 })
  people = await givenRiders(bus.house, bus.org, 30)
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const next = () => people.pop() as Rider
const mine = async ({ token }: Rider, isPast = false) =>
  (await bus.house.call(listMySeats, { isPast }, { token })).value?.items[0]
const giveBack = async (who: Rider) =>
  bus.house.call(cancelSeat, { reservationId: (await mine(who))?.reservationId ?? '' }, { token: who.token })
const accept = async (who: Rider) =>
  bus.house.call(acceptSeat, { reservationId: (await mine(who))?.reservationId ?? '' }, { token: who.token })
const tick = () => runSeatSteps(bus.house.cloud, bus.house.cloud.clock())

/** One seat, one who has it and some who wait for it in this order. */
async function fullBus(day: string, waiting: number): Promise<[Rider, ...Rider[]]> {
  const has = next()
  expect((await bus.reserve(has, day)).value?.status).toBe('reserved')
  const line = Array.from({ length: waiting }, next)
  for (const who of line) expect((await bus.reserve(who, day, 'A-D', { orWait: true })).value?.status).toBe('waiting')
  return [has, ...line]
}

test('an offer nobody takes runs out by itself, and the next in line has it, however many hosts look', async () => {
  const [has, first, second] = (await fullBus(friday, 3)) as [Rider, Rider, Rider, Rider]
  await giveBack(has)
  expect((await mine(first))?.status).toBe('offered')
  bus.house.setNow(at(today, '12:14'))
  await tick()
  expect((await mine(first))?.status).toBe('offered')
  bus.house.setNow(at(today, '12:15'))
  expect((await accept(first)).refusal).toBe('NOT_OFFERED')
  await Promise.all([tick(), tick(), tick()])
  expect((await mine(first, true))?.status).toBe('lapsed')
  expect(await mine(second)).toMatchObject({ status: 'offered', offeredUntil: '2026-11-26T12:30:00+08:00' })
  await tick()
  expect((await accept(second)).value?.status).toBe('reserved')
  expect(await overSold(bus.house, bus.org.orgId)).toEqual([])
  expect(await miscounted(bus.house, bus.org.orgId)).toEqual([])
})

test('whoever declines an offer passes it on, and nobody new gets in between', async () => {
  const day = '2026-11-30'
  const [has, first, second] = (await fullBus(day, 2)) as [Rider, Rider, Rider]
  await giveBack(has)
  expect((await bus.reserve(next(), day)).refusal).toBe('FULL')
  expect((await giveBack(first)).value?.status).toBe('cancelled')
  expect((await mine(second))?.status).toBe('offered')
  expect((await bus.reserve(next(), day, 'B-C')).refusal).toBe('FULL')
})

test('an offer never holds beyond the closing of the stop, and after it nobody is offered anything', async () => {
  const day = '2026-12-01'
  const [has, first, second] = (await fullBus(day, 2)) as [Rider, Rider, Rider]
  bus.house.setNow(at(day, '07:30'))
  expect((await giveBack(has)).value?.status).toBe('cancelled')
  expect((await mine(first))?.offeredUntil).toBe('2026-12-01T07:35:00+08:00')
  bus.house.setNow(at(day, '07:36'))
  await tick()
  expect((await mine(first, true))?.status).toBe('lapsed')
  expect((await mine(second))?.status).toBe('waiting')
  bus.house.setNow(at(day, '07:40'))
  await tick()
  expect((await mine(second, true))?.status).toBe('lapsed')
})

test('a seat given back late is written down, one that was only waited for is not', async () => {
  const day = '2026-12-02'
  const [has, first] = (await fullBus(day, 1)) as [Rider, Rider]
  bus.house.setNow(at(day, '07:20'))
  await giveBack(first)
  await giveBack(has)
  const { rows } = await bus.house.cloud.pool.query<{ late: boolean }>(
    `SELECT is_late_cancel AS late FROM seat_reservation WHERE org_id = $1 AND day = $2 ORDER BY created_at, waiting_number NULLS FIRST`,
    [bus.org.orgId, day],
  )
  expect(rows.map(({ late }) => late)).toEqual([true, false])
})

test('after the departure nothing is given back', async () => {
  const day = '2026-12-03'
  const [has] = await fullBus(day, 0)
  bus.house.setNow(at(day, '07:41'))
  expect((await giveBack(has)).refusal).toBe('NOT_CANCELLABLE')
})
