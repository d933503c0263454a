import fc from 'fast-check'
import { acceptSeat, cancelSeat, listMySeats } from '../contract/shuttle-seats'
import { runSeatSteps } from '../functions/shuttle/run-seat-steps'
import { at, type BusHouse, busHouse, type Rider, today } from './support/bus-house'
import { givenRiders } from './support/given-riders'
import { miscounted, overSold } from './support/seat-counts'

const riderCount = 8
let bus: BusHouse
let riders: Rider[]
let now = at(today, '12:00')
/** Every history has a bus of its own. */
const days = [
  '11-27',
  '11-30',
  '12-01',
  '12-02',
  '12-03',
  '12-04',
  '12-07',
  '12-08',
  '12-09',
  '12-10',
  '12-11',
  '12-14',
]
  .concat(['12-15', '12-16', '12-17', '12-18', '12-21', '12-22', '12-23', '12-24'])
  .map((day) => `2026-${day}`)

beforeAll(async () => {
  bus = await busHouse({ seats: 2 })
  riders = await givenRiders(bus.house, bus.org, riderCount)
  await bus.house.cloud.pool.query('UPDATE shuttle_setting SET opens_days = 60, most_ahead = 200, most_per_day = 20')
})
afterAll(() => bus.house.end())

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('reserve' as const),
      who: fc.nat(riderCount - 1),
      segment: fc.constantFrom('A-B', 'A-C', 'A-D', 'B-C', 'B-D', 'C-D'),
      kind: fc.constantFrom('seat' as const, 'seat' as const, 'seat' as const, 'wheelchair' as const),
      orWait: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'cancel' as const,
        'cancel' as const,
        'accept' as const,
        'accept' as const,
        'board' as const,
      ),
      who: fc.nat(riderCount - 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('lapse' as const), who: fc.constant(0) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const seen: Record<string, number> = {}
function note(said: string) {
  seen[said] = (seen[said] ?? 0) + 1
}

/** Somebody who has a place, or whom one is held for: chance alone would seldom find them. */
async function findOn(day: string, status: 'reserved' | 'offered', nth: number): Promise<Rider | undefined> {
  const { rows } = await bus.house.cloud.pool.query<{ id: string }>(
    'SELECT person_id AS id FROM seat_reservation WHERE day = $1 AND status = $2 ORDER BY created_at, reservation_id',
    [day, status],
  )
  return riders.find(({ personId }) => personId === rows[nth % Math.max(1, rows.length)]?.id)
}

async function take(one: Step, day: string): Promise<void> {
  const rider = riders[one.who] as Rider
  if (one.what === 'reserve') {
    const { segment, kind, orWait } = one
    const { value, refusal } = await bus.reserve(rider, day, segment, { kind, orWait })
    return note(value?.status ?? refusal ?? 'broken')
  }
  if (one.what === 'lapse') {
    now += 16 * 60_000
    bus.house.setNow(now)
    await Promise.all([1, 2].map(() => runSeatSteps(bus.house.cloud, now)))
    return
  }
  const status = { accept: 'offered', cancel: one.who % 3 > 0 ? 'reserved' : undefined, board: undefined }[one.what] as
    | 'reserved'
    | 'offered'
    | undefined
  const who = (status && (await findOn(day, status, one.who))) ?? rider
  const own = (await bus.house.call(listMySeats, { limit: 100 }, { token: who.token })).value?.items
  const seat = own?.find((each) => each.day === day)
  if (!seat) return
  const { reservationId } = seat
  if (one.what === 'board')
    await bus.house.cloud.pool.query(
      `UPDATE seat_reservation SET status = 'boarded' WHERE reservation_id = $1 AND status = 'reserved'`,
      [reservationId],
    )
  else {
    const act = one.what === 'cancel' ? cancelSeat : acceptSeat
    const { value, refusal } = await bus.house.call(act, { reservationId }, { token: who.token })
    note(`${one.what} ${value?.status ?? refusal}`)
  }
}

/** Whoever waits although a place on the whole of their segment is free, or was passed over by one behind. */
async function unjust(): Promise<object[]> {
  const { rows } = await bus.house.cloud.pool.query<object>(
    `SELECT s.reservation_id FROM seat_reservation s JOIN shuttle_run r USING (org_id, run_id)
     WHERE s.status = 'waiting' AND (0 < CASE s.kind
         WHEN 'seat' THEN free_places(r.seats, r.taken_seats, s.from_position, s.to_position)
         ELSE free_places(r.wheelchair_places, r.taken_wheelchair, s.from_position, s.to_position) END
       OR EXISTS (SELECT FROM seat_reservation o WHERE o.org_id = s.org_id AND o.run_id = s.run_id AND o.kind = s.kind
         AND o.status = 'offered' AND o.waiting_number > s.waiting_number
         AND o.from_position <= s.from_position AND o.to_position >= s.to_position))`,
  )
  return rows
}

async function agrees(): Promise<void> {
  expect(await overSold(bus.house, bus.org.orgId)).toEqual([])
  expect(await miscounted(bus.house, bus.org.orgId)).toEqual([])
  expect(await unjust()).toEqual([])
}

test('whatever is reserved, given back, taken and left, no segment is ever over-sold and the line keeps its order', async () => {
  let history = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const day = days[history++ % days.length] ?? ''
      for (const one of steps) {
        await take(one, day)
        await agrees()
      }
    }),
    { numRuns: 12, endOnFailure: true, seed: 20_261_128 },
  )
  // a generator that never fills a bus would agree with anything
  expect(seen.FULL).toBeGreaterThan(5)
  expect(seen.waiting).toBeGreaterThan(5)
  expect(seen['accept reserved']).toBeGreaterThan(0)
  expect(seen.broken).toBeUndefined()
})

test('the same at the same moment: no segment is over-sold and every count agrees', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 100, size: 'max' }), async (steps) => {
      const [day = ''] = days.slice(-1)
      await Promise.all(steps.filter(({ what }) => what !== 'lapse').map((one) => take(one, day)))
      await agrees()
    }),
    { numRuns: 4, endOnFailure: true },
  )
  expect(seen.broken).toBeUndefined()
})
