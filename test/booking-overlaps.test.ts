import { changeBooking, reserveRoom } from '../contract/booking'
import { saveRoom } from '../contract/booking-rooms'
import { formatInstant, instantAt } from '../contract/zone'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const at = (hours: number) => formatInstant(instantAt('2026-11-23', Math.round(hours * 60), zone), zone)

let cloud: TestCloud
let org: GivenOrg
let token: string

beforeAll(async () => {
  cloud = await startCloud({ now: instantAt('2026-11-20', 540, zone) })
  org = await givenOrg(cloud)
  token = (await signedInAs(cloud, org, ['steward'])).token
})
afterAll(() => cloud.end())

const reserve = (roomId: string, from: number, to: number) =>
  cloud.call(reserveRoom, { roomId, startsAt: at(from), endsAt: at(to) }, { token })
const change = (bookingId: string, from: number, to: number) =>
  cloud.call(changeBooking, { bookingId, startsAt: at(from), endsAt: at(to) }, { token })
const booked = async (roomId: string, from: number, to: number) =>
  (await reserve(roomId, from, to)).value?.bookingId ?? ''

async function setTurnover(roomId: string, minutes: number) {
  const row = await cloud.cloud.db
    .selectFrom('room')
    .selectAll()
    .where('orgId', '=', org.orgId)
    .where('roomId', '=', roomId)
    .executeTakeFirstOrThrow()
  const rules = { ...(row.rules as object), turnoverMinutes: minutes }
  const { buildingId, floor, name } = row
  const input = { roomId, buildingId, floor, name, rules } as Parameters<typeof cloud.call<typeof saveRoom>>[1]
  return cloud.call(saveRoom, input, { token })
}

/** Pairs of confirmed meetings of a room that meet, turnovers counted. */
async function doubled(roomId: string): Promise<number> {
  const { rows } = await cloud.cloud.pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM booking a JOIN booking b ON a.room_id = b.room_id AND a.booking_id < b.booking_id
       AND a.starts_at < b.free_at AND b.starts_at < a.free_at
     WHERE a.room_id = $1 AND a.status = 'confirmed' AND b.status = 'confirmed'`,
    [roomId],
  )
  return rows[0]?.n ?? -1
}

// a meeting from 10 to 11 stands; the six ways in which another can overlap it
const shapes = [
  ['the same time', 10, 11],
  ['over its beginning', 9.5, 10.5],
  ['over its end', 10.5, 11.5],
  ['within it', 10.25, 10.75],
  ['around it', 9.5, 11.5],
  ['from its start on', 10, 11.5],
] as const

describe.each(shapes)('%s', (_shape, from, to) => {
  test.each([0, 15])(
    'with a turnover of %d minutes: neither reserved nor moved nor stretched there',
    async (turnoverMinutes) => {
      const roomId = await givenRoom(cloud, org, { turnoverMinutes })
      await booked(roomId, 10, 11)
      expect((await reserve(roomId, from, to)).refusal).toBe('ROOM_TAKEN')
      const moving = await booked(roomId, 14, 15)
      expect((await change(moving, from, to)).refusal).toBe('ROOM_TAKEN')
      // stretched: a meeting before it that would end later, or one after it that would begin earlier
      const before = await booked(roomId, 8, 9)
      expect((await change(before, 8, to)).refusal).toBe('ROOM_TAKEN')
      const after = await booked(roomId, 12, 13)
      expect((await change(after, from, 13)).refusal).toBe('ROOM_TAKEN')
      expect(await doubled(roomId)).toBe(0)
    },
  )

  test('nor does a longer turnover let another meeting reach it', async () => {
    const roomId = await givenRoom(cloud, org)
    await booked(roomId, 10, 11)
    // the meeting before ends as long before the wish's end as the turnover will be: its turnover would cover the shape
    await booked(roomId, 8, 9.5)
    const minutes = Math.round((to - 9.5) * 60)
    expect((await setTurnover(roomId, minutes)).refusal).toBe('TURNOVER_CLASH')
    expect(await doubled(roomId)).toBe(0)
  })
})

describe('two at once for the same free time', () => {
  type Act = (roomId: string) => Promise<() => Promise<{ value?: unknown; refusal?: string }>>
  // each prepares its meeting first and then reaches for 10 to 11, or for what lies beside it
  const acts: Record<string, Act> = {
    reserving: async (roomId) => () => reserve(roomId, 10, 11),
    moving: async (roomId) => {
      const id = await booked(roomId, 14, 15)
      return () => change(id, 10, 11)
    },
    extending: async (roomId) => {
      const id = await booked(roomId, 8, 9)
      return () => change(id, 8, 10.75)
    },
    'beginning earlier': async (roomId) => {
      const id = await booked(roomId, 12, 13)
      return () => change(id, 10.5, 13)
    },
  }
  const names = Object.keys(acts)
  const pairs = names.flatMap((one, i) => names.slice(i).map((other) => [one, other] as const))

  test.each(pairs.filter(([one, other]) => one !== other || one === 'reserving'))(
    '%s and %s: one wins',
    async (one, other) => {
      for (let round = 0; round < 5; round++) {
        const roomId = await givenRoom(cloud, org)
        const first = await acts[one]?.(roomId)
        const second = await acts[other]?.(roomId)
        const answers = await Promise.all([first?.(), second?.()])
        expect(answers.filter((answer) => answer?.value)).toHaveLength(1)
        expect(answers.filter((answer) => answer?.refusal === 'ROOM_TAKEN')).toHaveLength(1)
        expect(await doubled(roomId)).toBe(0)
      }
    },
  )

  test.each(names.filter((name) => name !== 'extending'))(
    '%s beside a meeting whose turnover grows: one wins',
    async (name) => {
      for (let round = 0; round < 5; round++) {
        const roomId = await givenRoom(cloud, org)
        await booked(roomId, 9, 9.75)
        const act = await acts[name]?.(roomId)
        const [answer, saved] = await Promise.all([act?.(), setTurnover(roomId, 60)])
        expect([answer?.value, saved.value].filter(Boolean)).toHaveLength(1)
        expect(await doubled(roomId)).toBe(0)
      }
    },
  )
})

test('a wish that comes while a room is being re-ruled waits, and is then judged by the new rules', async () => {
  const roomId = await givenRoom(cloud, org)
  await booked(roomId, 8, 9)
  const office = await cloud.cloud.pool.connect()
  await office.query('BEGIN')
  await office.query(
    `UPDATE room SET turnover_minutes = 30, rules = rules || '{"turnoverMinutes": 30}', revision = revision + 1
     WHERE room_id = $1`,
    [roomId],
  )
  await office.query('UPDATE room_directory SET revision = revision + 1 WHERE org_id = $1', [org.orgId])
  const answer = reserve(roomId, 10, 11)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await office.query('COMMIT')
  office.release()
  const bookingId = (await answer).value?.bookingId ?? ''
  const row = await cloud.cloud.db
    .selectFrom('booking')
    .select('freeAt')
    .where('orgId', '=', org.orgId)
    .where('bookingId', '=', bookingId)
    .executeTakeFirstOrThrow()
  expect(formatInstant(row.freeAt.getTime(), zone)).toBe(at(11.5))
})
