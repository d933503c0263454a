import { reserveSeat } from '../contract/shuttle-seats'
import { at, type BusHouse, busHouse, friday, today } from './support/bus-house'
import { secondHost } from './support/given-riders'

let bus: BusHouse
let other: Awaited<ReturnType<typeof secondHost>>

beforeEach(async () => {
  bus = await busHouse({ seats: 9 })
  other = await secondHost(bus.house)
})
afterEach(async () => {
  await other.end()
  await bus.house.end()
})

/** Somebody new wishes for the seat through the other host, which hears of changes by the database alone. */
async function reserveThere(): Promise<{ value?: { plate: string; delayMinutes: number }; refusal?: string }> {
  const { token } = await bus.rider()
  const answer = await other.fetch(`/api/${reserveSeat.name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ tripId: '早班', day: friday, fromStopId: 'A', toStopId: 'D' }),
  })
  return (await answer.json()) as object
}

const change = (statement: string) => bus.house.cloud.pool.query(statement.replaceAll('$org', String(bus.org.orgId)))
const said = (more: string) => `INSERT INTO trip_change (org_id, day, trip_id, ${more}, by_id, at)
  SELECT org_id, '${friday}', '早班', $1, person_id, now() FROM person WHERE org_id = $org LIMIT 1`

describe('a host that knows a trip already', () => {
  beforeEach(async () => {
    expect((await reserveThere()).value).toMatchObject({ plate: '', delayMinutes: 0 })
  })

  test.each([
    ['a cancelled trip', said('is_cancelled').replace('$1', 'true'), 'TRIP_CANCELLED'],
    ['a line without seats', 'UPDATE shuttle_line SET is_reservable = false WHERE org_id = $org', 'NOT_RESERVABLE'],
    ['a holiday', `INSERT INTO special_day VALUES ($org, '${friday}', true)`, 'DOES_NOT_RUN'],
    ['an earlier closing', 'UPDATE shuttle_setting SET closes_minutes = 1440 WHERE org_id = $org', 'CLOSED'],
    ['a timetable taken back', `UPDATE timetable SET status = 'retired' WHERE org_id = $org`, 'NO_SUCH_TRIP'],
  ])('hears of %s with the next wish', async (_, statement, refusal) => {
    bus.house.setNow(at(today, '08:00'))
    await change(statement)
    expect(await reserveThere()).toMatchObject({ refusal })
  })

  test('tells the delay and the vehicle of now', async () => {
    await change(said('delay_minutes').replace('$1', '10'))
    await change(`INSERT INTO shuttle_vehicle VALUES ($org, '00000000-0000-0000-0000-000000000001', '京A10086', '', 9);
      INSERT INTO trip_assignment VALUES ($org, '早班', NULL, '00000000-0000-0000-0000-000000000001')`)
    expect((await reserveThere()).value).toMatchObject({ plate: '京A10086', delayMinutes: 10 })
  })

  test('allows what it refused before as soon as it is allowed', async () => {
    await change(said('is_cancelled').replace('$1', 'true'))
    expect(await reserveThere()).toMatchObject({ refusal: 'TRIP_CANCELLED' })
    await change('DELETE FROM trip_change WHERE org_id = $org')
    expect((await reserveThere()).value).toBeDefined()
  })
})
