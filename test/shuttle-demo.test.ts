import { getDepartures, listLines } from '../contract/shuttle'
import { listRuns } from '../contract/shuttle-fleet'
import { listMySeats } from '../contract/shuttle-seats'
import { getRidership } from '../contract/shuttle-vehicles'
import { addDays, dayOf } from '../contract/zone'
import { tick } from '../functions/tick'
import { demoToken, startDemoHouse } from './support/demo-house'
import type { TestCloud } from './support/start-cloud'

let house: TestCloud
let today: string
const tokens: Record<string, string> = {}

beforeAll(async () => {
  house = (await startDemoHouse()).house
  today = dayOf(house.cloud.clock(), '+08:00')
  for (const [persona, staffNumber] of [
    ['staff', 'D0001'],
    ['fleet', 'D0006'],
  ] as const) {
    tokens[persona] = await demoToken(house, staffNumber)
  }
})
afterAll(() => house.end())

test('staff of the demo see the next buses at their usual stop, the lines, and a seat of theirs to come', async () => {
  const token = tokens.staff ?? ''
  const { value } = await house.call(getDepartures, {}, { token })
  expect(value?.stop?.name).toBe('花园路口')
  expect(value?.departures.length).toBeGreaterThan(0)
  const { lines } = (await house.call(listLines, {}, { token })).value ?? { lines: [] }
  expect(lines.map(({ shortName }) => shortName)).toEqual(['1号线', '2号线', '区间车'])
  const past = (await house.call(listMySeats, { isPast: true, limit: 100 }, { token })).value?.items ?? []
  expect(past.length).toBeGreaterThan(5)
})

test('the fleet of the demo has three weeks of ridership that agree with themselves', async () => {
  const token = tokens.fleet ?? ''
  const input = { from: addDays(today, -21), until: today, routeId: '1号线' }
  const report = (await house.call(getRidership, input, { token })).value
  expect(report?.total.booked).toBeGreaterThan(300)
  const sum = report?.days.reduce((all, { booked }) => all + booked, 0)
  expect(sum).toBe(report?.total.booked)
  expect(report?.total.noShow).toBeGreaterThan(0)
  const runs = (await house.call(listRuns, { day: today }, { token })).value?.runs ?? []
  expect(runs.every(({ reserved, seats }) => reserved <= seats)).toBe(true)
})

test('time leaves the demo as it is: nothing is due in it', async () => {
  const seats = async () =>
    house.cloud.db.selectFrom('seatReservation').select(['reservationId', 'status']).orderBy('reservationId').execute()
  const before = await seats()
  await tick(house.cloud)
  expect(await seats()).toEqual(before)
})
