import type { PoolClient } from 'pg'
import { type BusHouse, busHouse, friday, type Rider } from './support/bus-house'
import { givenRiders } from './support/given-riders'
import { overSold } from './support/seat-counts'

const seats = 5
let bus: BusHouse
let riders: Rider[]

beforeAll(async () => {
  bus = await busHouse({ seats })
  riders = await givenRiders(bus.house, bus.org, 120)
  await bus.house.cloud.pool.query(
    'CREATE TABLE naive_run (taken integer NOT NULL); INSERT INTO naive_run VALUES (0); CREATE TABLE naive_seat (rider uuid)',
  )
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.cloud.pool.query('DELETE FROM naive_seat; UPDATE naive_run SET taken = 0'))

/** As many hosts as there are riders, three more than seats, act at the same moment by a naive design; how many got a seat. */
async function soldBy(
  design: (host: PoolClient, rider: string, seen: () => Promise<void>) => Promise<void>,
): Promise<number> {
  let waiting = seats + 3
  let open = () => {}
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  // a moment that comes by chance under load comes for certain here: all have looked before the first goes on
  const together = () => {
    waiting -= 1
    if (waiting === 0) open()
    return all
  }
  await Promise.all(
    riders.slice(0, seats + 3).map(async ({ personId }) => {
      const host = await bus.house.cloud.pool.connect()
      await host.query('BEGIN')
      await design(host, personId, together)
      await host.query('COMMIT')
      host.release()
    }),
  )
  const { rows } = await bus.house.cloud.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM naive_seat')
  return rows[0]?.n ?? 0
}

test('counting first and inserting then sells more seats than there are', async () => {
  const sold = await soldBy(async (host, rider, seen) => {
    const { rows } = await host.query<{ n: number }>('SELECT count(*)::int AS n FROM naive_seat')
    await seen()
    if ((rows[0]?.n ?? 0) < seats) await host.query('INSERT INTO naive_seat VALUES ($1)', [rider])
  })
  expect(sold).toBeGreaterThan(seats)
})

test('one statement that inserts where not too many exist sells more seats than there are', async () => {
  const sold = await soldBy(async (host, rider, seen) => {
    await host.query('INSERT INTO naive_seat SELECT $1 WHERE (SELECT count(*) FROM naive_seat) < $2', [rider, seats])
    await seen()
  })
  expect(sold).toBeGreaterThan(seats)
})

test('a counter that is read without a lock and written back sells more seats than there are', async () => {
  const sold = await soldBy(async (host, rider, seen) => {
    const { rows } = await host.query<{ taken: number }>('SELECT taken FROM naive_run')
    const taken = rows[0]?.taken ?? 0
    await seen()
    if (taken >= seats) return
    await host.query('UPDATE naive_run SET taken = $1', [taken + 1])
    await host.query('INSERT INTO naive_seat VALUES ($1)', [rider])
  })
  expect(sold).toBeGreaterThan(seats)
})

test('ours sells as many as there are, and whatever writes past it is refused by the database', async () => {
  const answers = await Promise.all(riders.map((who) => bus.reserve(who, friday)))
  expect(answers.filter(({ value }) => value?.status === 'reserved')).toHaveLength(seats)
  expect(answers.filter(({ refusal }) => refusal === 'FULL')).toHaveLength(riders.length - seats)
  const { pool } = bus.house.cloud
  const careless = `INSERT INTO seat_reservation (org_id, reservation_id, run_id, person_id, made_by, kind, from_position,
      to_position, boards_at, day, status, created_at)
    SELECT org_id, gen_random_uuid(), run_id, $1, $1, 'seat', 2, 3, starts_at, day, 'reserved', created_at
    FROM shuttle_run WHERE day = $2`
  const late = (await givenRiders(bus.house, bus.org, 1))[0]?.personId
  await expect(pool.query(careless, [late, friday])).rejects.toMatchObject({ constraint: 'never_over_sold' })
  await expect(pool.query('UPDATE shuttle_run SET seats = $1', [seats - 1])).rejects.toMatchObject({
    constraint: 'never_over_sold',
  })
  expect(await overSold(bus.house, bus.org.orgId)).toEqual([])
})
