import type { InputOf } from '../contract/procedure'
import { getDepartures } from '../contract/shuttle'
import { departuresOf, nextVisits } from '../functions/shuttle/next-departures'
import { timetableInForce } from '../functions/shuttle/timetable-in-force'
import { givenOrg, signedInAs } from './support/given'
import { givenTimetable } from './support/given-timetable'
import { type NaiveWorld, naiveDepartures } from './support/naive-departures'
import { diceOf, parents, randomWorld, stopIds } from './support/random-timetables'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

const daysOf = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10))

async function givenWorld({ timetable, specialDays, said, reservable }: NaiveWorld) {
  const { db } = house.cloud
  const org = await givenOrg(house)
  const { orgId } = org
  const rider = await signedInAs(house, org, [])
  await givenTimetable(house, { ...org, personId: rider.personId }, timetable)
  await db
    .insertInto('specialDay')
    .values(Object.entries(specialDays).map(([day, isOffDay]) => ({ orgId, day, isOffDay, name: '' })))
    .execute()
  await db
    .insertInto('tripChange')
    .values(said.map((one) => ({ orgId, ...one, byId: rider.personId, at: new Date(0) })))
    .execute()
  await db
    .insertInto('shuttleLine')
    .values(reservable.map((routeId) => ({ orgId, routeId, isReservable: true, seats: 45 })))
    .execute()
  const stops = await db.selectFrom('timetableStop').select(['stopKey', 'stopId']).where('orgId', '=', orgId).execute()
  return { orgId, rider, keyOf: new Map(stops.map(({ stopId, stopKey }) => [stopId, stopKey])) }
}

const hub = [...Object.keys(parents), '枢纽']
const platformsOf = (stopId: string) => (stopId === '枢纽' ? hub : [stopId])

/** 3,400 random questions about one random timetable: one in twenty at the front door, the others right behind it. */
async function compare(seed: number, timezone: NaiveWorld['timetable']['timezone'], firstDay: string) {
  const dice = diceOf(seed)
  const days = daysOf(firstDay, 16)
  const world = randomWorld(dice, timezone, days)
  const { orgId, rider, keyOf } = await givenWorld(world)
  const allDays = daysOf(firstDay, 30)
  const naive = naiveDepartures(world, daysOf(firstDay, 1)[0] ?? '', allDays[29] ?? '')
  const timetable = await timetableInForce({ cloud: house.cloud, orgId })
  if (!timetable) throw new Error('nothing is in force')
  const { pool } = house.cloud
  const atFrontDoor = async (input: InputOf<typeof getDepartures>) =>
    (await house.call(getDepartures, input, { token: rider.token })).value?.departures
  const behindIt = async (stopId: string, from: number, limit: number) => {
    const platforms = new Map(platformsOf(stopId).map((id) => [keyOf.get(id) ?? 0, id]))
    const around = { pool, orgId, timetable, stopKeys: [...platforms.keys()] }
    return departuresOf(around, await nextVisits({ ...around, from, limit }), platforms)
  }
  let shown = 0
  const ask = async (n: number): Promise<void> => {
    const stopId = dice(15) === 0 ? '枢纽' : (stopIds[dice(stopIds.length)] ?? '')
    // to the minute, so that it often falls on a departure; sometimes a second beside it
    const from = Date.parse(firstDay) + 4 * 86_400_000 + dice(14 * 1440) * 60_000 + (dice(3) - 1) * 1000
    const limit = [1, 5, 12, 50][dice(4)] ?? 12
    const expected = naive(platformsOf(stopId), from, limit)
    shown += expected.length
    const input = { stopId, from: new Date(from).toISOString(), limit }
    const departures = n % 20 === 0 ? await atFrontDoor(input) : await behindIt(stopId, from, limit)
    // comparing texts first: 200,000 departures field by field take half a minute
    if (JSON.stringify(departures) !== JSON.stringify(expected))
      expect({ ...input, departures }).toEqual({ ...input, departures: expected })
  }
  for (let n = 0; n < 3400; n += 10) await Promise.all(Array.from({ length: 10 }, (_, i) => ask(n + i)))
  return shown
}

test('3,400 random stops and instants around the holidays of October agree with the naive reckoning', async () => {
  expect(await compare(1, 'Asia/Shanghai', '2026-09-24')).toBeGreaterThan(20_000)
})

test('3,400 random stops and instants around the short day of New York agree with the naive reckoning', async () => {
  expect(await compare(2, 'America/New_York', '2026-02-27')).toBeGreaterThan(20_000)
})

test('3,400 random stops and instants around the long day of New York agree with the naive reckoning', async () => {
  expect(await compare(3, 'America/New_York', '2026-10-22')).toBeGreaterThan(20_000)
})
