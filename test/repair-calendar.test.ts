import { saveSpecialDay } from '../contract/booking-rooms'
import { getTicket } from '../contract/repair'
import { getRepairSetting, saveRepairSetting } from '../contract/repair-catalog'
import { recomputeTimes } from '../functions/repair/recompute-times'
import { signedInAs } from './support/given'
import { givenCategory, givenTicket } from './support/given-repair'
import { at, done, givenRepairHouse, stepsLogged, tickAt, type Who, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

/** A ticket of Monday 09:00 that is to be done within two hours of service. */
async function ofMonday() {
  const { org } = await givenRepairHouse(house, '2025-09-15 09:00')
  const limits = { resolve: { clock: 'service', minutes: 120 } } as const
  return { org, ...(await givenTicket(house, org, { limits })) }
}
const rowOf = async (ticketId: string) =>
  (await house.cloud.pool.query('SELECT *, xmin FROM ticket WHERE ticket_id = $1', [ticketId])).rows[0]
const clockOf = async (ticketId: string, who: Pick<Who, 'token'>) =>
  (await done(house, getTicket, { ticketId }, who)).clocks.find(({ clock }) => clock === 'resolve')

test('a deadline in a year that is not published says so, and is computed anew when it is', async () => {
  const { desk, org } = await givenRepairHouse(house, '2025-12-31 09:00')
  const setting = await done(house, getRepairSetting, {}, desk)
  await done(house, saveRepairSetting, { ...setting, publishedThrough: 2025 }, desk)
  const admin = await signedInAs(house, org, ['admin'])
  const holidays = ['2026-01-01', '2026-01-02', '2026-01-03']
  const special = (day: string, isOffDay: boolean | null) =>
    done(house, saveSpecialDay, { day, isOffDay, name: '元旦' }, admin)
  for (const day of [...holidays, '2026-01-04']) await special(day, null)
  house.setNow(at('2025-12-31 17:00'))
  const { ticketId } = await givenTicket(house, org, { limits: { resolve: { clock: 'service', minutes: 120 } } })
  const due = async () => {
    const { dueAt, isProvisional } = (await clockOf(ticketId, desk)) ?? {}
    const row = await rowOf(ticketId)
    expect([row.resolve_due_at.getTime(), row.is_provisional]).toEqual([Date.parse(dueAt ?? ''), isProvisional])
    return [dueAt, isProvisional]
  }
  await tickAt(house, '2025-12-31 17:01')
  expect(await due()).toEqual([wire('2026-01-01 09:30'), true])
  for (const day of holidays) await special(day, true)
  await special('2026-01-04', false)
  await done(house, saveRepairSetting, { ...setting, publishedThrough: 2026 }, desk)
  await tickAt(house, '2025-12-31 17:02')
  expect(await due()).toEqual([wire('2026-01-04 09:30'), false])
  await done(
    house,
    saveRepairSetting,
    { ...setting, weekly: setting.weekly.map(() => [[600, 720] as [number, number]]) },
    desk,
  )
  // computed before what is due is done: at the old deadline nobody is told
  await tickAt(house, '2026-01-04 09:31')
  expect(await due()).toEqual([wire('2026-01-04 12:00'), false])
  expect(await stepsLogged(house, ticketId)).toEqual([])
})

test('a calendar that has not changed computes nothing, and a category that has does not either', async () => {
  const { org, ticketId } = await ofMonday()
  const now = house.cloud.clock()
  const version = async () => (await rowOf(ticketId)).xmin
  expect(await recomputeTimes(house.cloud, now)).toBeGreaterThan(0)
  const before = await version()
  expect(await recomputeTimes(house.cloud, now)).toBe(0)
  await givenCategory(house, org)
  expect(await recomputeTimes(house.cloud, now)).toBe(1)
  expect(await version()).toBe(before)
})

test('a ticket that somebody is changing when the calendar changes is computed anew at the next tick', async () => {
  const { org, ticketId } = await ofMonday()
  await tickAt(house, '2025-09-15 09:01')
  const client = await house.cloud.pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM ticket WHERE ticket_id = $1 FOR NO KEY UPDATE', [ticketId])
  await house.cloud.db
    .insertInto('specialDay')
    .values({ orgId: org.orgId, day: '2025-09-15', isOffDay: true, name: '' })
    .execute()
  await tickAt(house, '2025-09-15 09:02')
  await client.query('COMMIT')
  client.release()
  expect((await rowOf(ticketId)).resolve_due_at).toEqual(new Date(at('2025-09-15 11:00')))
  await tickAt(house, '2025-09-15 09:03')
  expect((await rowOf(ticketId)).resolve_due_at).toEqual(new Date(at('2025-09-16 10:30')))
})
