import { eventOfAct, type TicketStatus, transitions } from '../contract/repair-lifecycle'
import type { Address } from '../database/connect'
import { catalogOf } from '../functions/repair/catalog'
import { timesOfRow } from '../functions/repair/hold-ticket'
import { readLogs } from '../functions/repair/ticket-log'
import { seedWhenEmpty } from '../scripts/seed'
import { startDemoHouse } from './support/demo-house'
import type { TestCloud } from './support/start-cloud'

let house: TestCloud
let address: Address

beforeAll(async () => {
  ;({ house, address } = await startDemoHouse())
})
afterAll(() => house.end())

const ask = async <Row extends object>(sql: string) => (await house.cloud.pool.query<Row>(sql)).rows
const count = async (from: string) => (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? -1

async function readTickets() {
  const { db } = house.cloud
  const tickets = await db.selectFrom('ticket').selectAll().where('orgId', '=', 1).execute()
  const logs = await readLogs(
    db,
    1,
    tickets.map(({ ticketId }) => ticketId),
  )
  return tickets.map((row) => ({ row, events: logs.get(row.ticketId) ?? [], roles: [] }))
}

test('the demo has tickets in every status, of every kind, with ratings, visits, costs, followers and reopened ones', async () => {
  const statuses = await ask<{ status: string }>('SELECT DISTINCT status FROM ticket ORDER BY 1')
  expect(statuses.map(({ status }) => status)).toEqual(
    ['accepted', 'assigned', 'cancelled', 'confirmed', 'done', 'hung', 'new', 'refused', 'working'].sort(),
  )
  expect(await ask('SELECT DISTINCT kind FROM ticket')).toHaveLength(4)
  expect(await count('ticket')).toBeGreaterThan(60)
  for (const facet of ['ticket_rating', 'ticket_visit', 'ticket_cost', 'ticket_follower', 'past_cycle']) {
    expect([facet, await count(facet)]).toEqual([facet, expect.any(Number)])
    expect(await count(facet)).toBeGreaterThan(0)
  }
  expect(await count('ticket WHERE merged_into IS NOT NULL')).toBe(1)
  expect(await count(`ticket WHERE created_at < now() - interval '18 days'`)).toBeGreaterThan(0)
  expect(await count('ticket WHERE created_at > now()')).toBe(0)
})

test('every time in a row is what its log gives', async () => {
  const { calendar } = await catalogOf({ ...house, db: house.cloud.db, orgId: 1 })
  for (const held of await readTickets()) {
    const { row } = held
    // the same moment as the seed's, to within a pause that still lasts
    const times = timesOfRow(held, calendar, house.cloud.clock())
    const near = ({ respondedAt, plannedAt, resolvedAt }: typeof times) => [respondedAt, plannedAt, resolvedAt]
    expect([row.number, near(times)]).toEqual([row.number, [row.respondedAt, row.plannedAt, row.resolvedAt]])
    if (row.status !== 'hung') expect([row.number, times.dueAt]).toEqual([row.number, row.dueAt])
    expect(row.lastEvent).toBe(held.events.length)
    expect(held.events.map(({ eventNumber }) => eventNumber)).toEqual(held.events.map((_, i) => i + 1))
  }
})

test('every log goes from status to status as the table of transitions says, and ends where its row is', async () => {
  for (const { row, events } of await readTickets()) {
    let status: TicketStatus = 'new'
    let before = 0
    for (const { kind, at, eventNumber } of events) {
      expect([row.number, eventNumber, at >= before]).toEqual([row.number, eventNumber, true])
      before = at
      const moves = transitions.filter(({ act }) => eventOfAct[act] === kind)
      if (moves.length === 0) continue
      const move = moves.find(({ from }) => from.some((each) => each === status))
      expect([row.number, kind, status, move?.to]).toEqual([row.number, kind, status, expect.any(String)])
      status = move?.to ?? status
    }
    expect([row.number, row.status]).toEqual([row.number, status])
    expect([row.number, before <= house.cloud.clock()]).toEqual([row.number, true])
  }
})

test('time finds nothing left to do in it: nobody is told of what was due weeks ago', async () => {
  expect(await ask('SELECT * FROM take_due_steps(now(), 1000)')).toEqual([])
})

test('places besides the rooms and assets have codes of their own, and technicians their skills', async () => {
  expect(await count('place p WHERE NOT EXISTS (SELECT FROM door_code c WHERE c.place_id = p.place_id)')).toBe(0)
  expect(await count('asset a WHERE NOT EXISTS (SELECT FROM door_code c WHERE c.asset_id = a.asset_id)')).toBe(0)
  expect(await count('place WHERE NOT is_room AND org_id = 1')).toBeGreaterThan(80)
  expect(await count(`place WHERE photo_policy = 'forbidden'`)).toBeGreaterThan(3)
  expect(await count(`technician WHERE org_id = 1 AND skills <> '{}'`)).toBe(5)
  expect(await count(`category WHERE org_id = 2 AND parent_id IS NOT NULL`)).toBeGreaterThan(20)
})

test('a second start writes nothing more, and an older demo without categories gets its repair service too', async () => {
  const before = await count('ticket')
  await seedWhenEmpty(address, () => {})
  expect(await count('ticket')).toBe(before)

  await house.cloud.pool.query(`
    ALTER TABLE ticket_event DISABLE TRIGGER ALL;
    TRUNCATE ticket CASCADE;
    DELETE FROM door_code WHERE asset_id IS NOT NULL OR place_id IN (SELECT place_id FROM place WHERE NOT is_room);
    DELETE FROM asset; DELETE FROM place WHERE NOT is_room; DELETE FROM technician;
    DELETE FROM category WHERE parent_id IS NOT NULL; DELETE FROM category`)
  await seedWhenEmpty(address, () => {})
  expect(await count('ticket')).toBe(before)
  expect(await count('category WHERE org_id = 2')).toBeGreaterThan(20)
  expect(
    await count('door_code c JOIN room r ON r.room_id = c.place_id AND c.asset_id IS NULL WHERE r.org_id = 1'),
  ).toBe(40)
})
