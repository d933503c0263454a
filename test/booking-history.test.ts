import fc from 'fast-check'
import { cancelBooking, changeBooking, reserveRoom } from '../contract/booking'
import { saveRoom } from '../contract/booking-rooms'
import { formatInstant, instantAt } from '../contract/zone'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const day = '2026-11-23'
const at = (quarter: number) => formatInstant(instantAt(day, 0, zone) + quarter * 15 * 60_000, zone)

/** One thing somebody does; numbers choose rooms and bookings, quarters of an hour choose times. */
type Step =
  | { kind: 'reserve'; room: number; from: number; length: number }
  | { kind: 'move'; booking: number; room: number; from: number; length: number }
  | { kind: 'extend'; booking: number; length: number }
  | { kind: 'cancel'; booking: number }
  | { kind: 'turnover'; room: number; minutes: number }

const room = fc.nat(2)
const from = fc.integer({ min: 32, max: 46 })
const length = fc.integer({ min: 1, max: 6 })
const booking = fc.nat(60)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('reserve' as const), room, from, length }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), booking, room, from, length }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('extend' as const), booking, length }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), booking }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('turnover' as const), room, minutes: fc.constantFrom(0, 5, 15, 30) }),
  },
)

let test_: TestCloud
let org: GivenOrg
let tokens: string[]
let steward: string
/** What became of the steps, to see that the histories are not all refusals. */
const outcomes: Record<string, number> = {}

beforeAll(async () => {
  test_ = await startCloud({ now: instantAt('2026-11-22', 540, zone) })
  org = await givenOrg(test_)
  const people = await Promise.all([1, 2, 3].map(() => signedInAs(test_, org)))
  tokens = people.map((p) => p.token)
  steward = (await signedInAs(test_, org, ['steward'])).token
})
afterAll(() => test_.end())

/** Pairs of confirmed bookings of one room that meet, turnovers counted; and wherever `free_at` is not what it should be. */
async function doubled(rooms: readonly string[]): Promise<number> {
  const { rows } = await test_.cloud.pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM booking a JOIN booking b ON a.org_id = b.org_id AND a.room_id = b.room_id
       AND a.booking_id <> b.booking_id AND a.starts_at < b.free_at AND b.starts_at < a.free_at
     WHERE a.room_id = ANY ($1) AND a.status = 'confirmed' AND b.status = 'confirmed'`,
    [rooms],
  )
  const { rows: wrong } = await test_.cloud.pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM booking b JOIN room r USING (org_id, room_id)
     WHERE b.room_id = ANY ($1) AND b.status = 'confirmed' AND b.free_at <> b.ends_at + make_interval(mins => r.turnover_minutes)`,
    [rooms],
  )
  return (rows[0]?.n ?? -1) + (wrong[0]?.n ?? -1)
}

async function perform(what: Step, n: number, rooms: readonly string[], made: string[]): Promise<void> {
  const token = tokens[n % tokens.length] ?? ''
  const bookingId = 'booking' in what ? made[what.booking % Math.max(1, made.length)] : undefined
  if ('booking' in what && !bookingId) return
  const answer = await (async () => {
    switch (what.kind) {
      case 'reserve': {
        const input = { roomId: rooms[what.room] ?? '', startsAt: at(what.from), endsAt: at(what.from + what.length) }
        const reserved = await test_.call(reserveRoom, input, { token })
        if (reserved.value) made.push(reserved.value.bookingId)
        return reserved
      }
      case 'move':
        return test_.call(
          changeBooking,
          {
            bookingId: bookingId ?? '',
            roomId: rooms[what.room],
            startsAt: at(what.from),
            endsAt: at(what.from + what.length),
          },
          { token: steward },
        )
      case 'extend':
        return test_.call(
          changeBooking,
          { bookingId: bookingId ?? '', endsAt: at(46 + what.length) },
          { token: steward },
        )
      case 'cancel':
        return test_.call(cancelBooking, { bookingId: bookingId ?? '' }, { token: steward })
      case 'turnover': {
        const roomId = rooms[what.room] ?? ''
        const row = await test_.cloud.db
          .selectFrom('room')
          .selectAll()
          .where('roomId', '=', roomId)
          .executeTakeFirstOrThrow()
        const rules = { ...(row.rules as object), turnoverMinutes: what.minutes }
        const input = { roomId, buildingId: row.buildingId, floor: row.floor, name: row.name, rules } as Parameters<
          typeof test_.call<typeof saveRoom>
        >[1]
        return test_.call(saveRoom, input, { token: steward })
      }
    }
  })()
  expect(answer.status).toBe(200)
  const outcome = `${what.kind} ${answer.value ? 'done' : answer.refusal}`
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
}

test('whatever is reserved, moved, extended, cancelled or re-ruled at once, no room ever has two meetings', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 2, maxLength: 6 }), { minLength: 10, maxLength: 18 }),
      async (history) => {
        const rooms = await Promise.all([0, 1, 2].map(() => givenRoom(test_, org)))
        const made: string[] = []
        for (const [n, together] of history.entries()) {
          await Promise.all(together.map((what, i) => perform(what, n + i, rooms, made)))
        }
        expect(await doubled(rooms)).toBe(0)
      },
    ),
    { numRuns: 40, endOnFailure: true },
  )
  const steps = Object.values(outcomes).reduce((sum, n) => sum + n, 0)
  expect(steps).toBeGreaterThan(1500)
  for (const wanted of [
    'reserve done',
    'reserve ROOM_TAKEN',
    'move done',
    'move ROOM_TAKEN',
    'extend done',
    'extend ROOM_TAKEN',
    'cancel done',
    'turnover done',
    'turnover TURNOVER_CLASH',
  ]) {
    expect({ [wanted]: outcomes[wanted] ?? 0 }).not.toEqual({ [wanted]: 0 })
  }
})
