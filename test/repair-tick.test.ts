import { getTicket } from '../contract/repair'
import { saveTechnician } from '../contract/repair-catalog'
import * as work from '../contract/repair-work'
import { runSteps } from '../functions/repair/run-steps'
import { tick } from '../functions/tick'
import { type GivenOrg, signedInAs } from './support/given'
import { givenCategory, givenTechnician, givenTicket } from './support/given-repair'
import { manyTickets } from './support/many-tickets'
import { at, done, givenRepairHouse, noticesOf, stepsLogged, tickAt, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let staff: Who
let desk: Who
let technician: Who & { name: string }

beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  ;({ org, staff, desk, technician } = await givenRepairHouse(house, '2026-11-20 09:00'))
})
afterAll(() => house.end())

/** Four hosts at once; what one had locked for its deadlines the others left for the next time, which comes at once. */
const fourTicks = async () => {
  await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
  await tick(house.cloud)
}
const mine = (more: object = {}) => givenTicket(house, org, { token: staff.token, ...more })
const see = (ticketId: string, who: Who = desk) => done(house, getTicket, { ticketId }, who)
const limits = { response: { clock: 'wall', minutes: 60 }, resolve: { clock: 'wall', minutes: 120 } } as const
const both = ['warned response', 'escalated response', 'warned resolve', 'escalated resolve']

describe('what is due', () => {
  test('is done once each, with its notices, though four hosts tick at the same moment', async () => {
    const manager = await signedInAs(house, org, ['manager'])
    const { ticketId } = await mine({ limits })
    for (const clock of ['09:45', '10:00', '10:30', '11:00', '11:01']) {
      house.setNow(at(`2026-11-20 ${clock}`))
      await fourTicks()
    }
    expect(await stepsLogged(house, ticketId)).toEqual(both)
    expect(await noticesOf(house, desk)).toHaveLength(4)
    // named for resolve only
    expect(await noticesOf(house, manager)).toEqual(['完成时限已过（今天 周五 11:00），还没有人接，请尽快安排。'])
  })

  test('all at once after a long silence, in order; nothing of it is left for later', async () => {
    const { ticketId } = await mine({ limits })
    await tickAt(house, '2026-11-20 12:00')
    await tickAt(house, '2026-11-20 13:00')
    const logged = await stepsLogged(house, ticketId)
    expect(logged).toEqual(['warned response', 'escalated response', 'warned resolve', 'escalated resolve'])
  })

  test('is done by the next tick when a host died between the log and the notices', async () => {
    const { ticketId } = await mine({ limits })
    house.setNow(at('2026-11-20 10:00'))
    await house.cloud.pool.query('ALTER TABLE notice RENAME TO notice_away')
    await tick(house.cloud)
    await house.cloud.pool.query('ALTER TABLE notice_away RENAME TO notice')
    expect(house.errors.splice(0).map(({ message }) => message)).toEqual(['tick: runSteps'])
    expect(await stepsLogged(house, ticketId)).toEqual([])
    await fourTicks()
    expect(await stepsLogged(house, ticketId)).toEqual(['warned response', 'escalated response'])
    expect(await noticesOf(house, desk)).toHaveLength(2)
  })

  test('is left for the next tick while somebody changes the ticket, and then judged by what it has become', async () => {
    const [{ ticketId }, other] = [await mine({ limits }), await mine({ limits })]
    house.setNow(at('2026-11-20 09:45'))
    const client = await house.cloud.pool.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM ticket WHERE ticket_id = $1 FOR NO KEY UPDATE', [ticketId])
    await tick(house.cloud)
    await client.query('COMMIT')
    client.release()
    expect([await stepsLogged(house, ticketId), await stepsLogged(house, other.ticketId)]).toEqual([
      [],
      ['warned response'],
    ])
    await done(house, work.grabTicket, { ticketId }, technician)
    await tick(house.cloud)
    expect(await stepsLogged(house, ticketId)).toEqual([])
  })

  test('is not done in the same moment as an act that ends its clock, whichever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const { ticketId } = await mine({ limits: { response: { clock: 'wall', minutes: 60 } } })
      house.setNow(at('2026-11-20 09:45') + round * 60_000)
      const grab = done(house, work.grabTicket, { ticketId }, technician)
      await Promise.all([grab, fourTicks()])
      const { timeline, status } = await see(ticketId)
      expect(status).toBe('accepted')
      const kinds = timeline.map(({ kind }) => kind).join(' ')
      expect(['reported grabbed', 'reported warned grabbed']).toContain(kinds)
      house.setNow(at('2026-11-20 12:00'))
      await tick(house.cloud)
      expect((await see(ticketId)).timeline).toHaveLength(timeline.length)
      house.setNow(at('2026-11-20 09:00'))
    }
  })

  test('is told to whoever has the ticket; on the promised day to the desk as well', async () => {
    const { ticketId } = await mine({ limits: { resolve: { clock: 'wall', minutes: 120 } } })
    await done(house, work.grabTicket, { ticketId }, technician)
    await tickAt(house, '2026-11-20 10:30')
    await done(house, work.hangTicket, { ticketId, reason: 'part', promisedOn: '2026-11-23' }, technician)
    await tickAt(house, '2026-11-23 08:29')
    expect(await noticesOf(house, desk)).toEqual([])
    await tickAt(house, '2026-11-23 08:30')
    await tickAt(house, '2026-11-23 08:31')
    expect(await noticesOf(house, technician)).toEqual([
      '请在今天 周五 11:00前处理完，时限已用去四分之三。',
      '今天是答应继续处理的日子，请安排。',
    ])
    expect(await noticesOf(house, desk)).toEqual(['今天是答应继续处理的日子，请关注。'])
    expect(await stepsLogged(house, ticketId)).toEqual(['warned resolve', 'warned promise'])
  })

  test('of more than five tickets comes in one notice to each', async () => {
    for (const count of [5, 6]) {
      const { token, personId, name } = await givenTechnician(house, org)
      for (let i = 0; i < count; i++) {
        const { ticketId } = await mine({ limits: { resolve: { clock: 'wall', minutes: 120 } } })
        await done(house, work.grabTicket, { ticketId }, { token })
      }
      await tickAt(house, '2026-11-20 10:30')
      const told = await noticesOf(house, { personId })
      expect([name, told]).toEqual([
        name,
        count === 5
          ? Array(5).fill('请在今天 周五 11:00前处理完，时限已用去四分之三。')
          : ['6 项将到时限，请尽快处理。'],
      ])
      house.setNow(at('2026-11-20 09:00'))
    }
  })

  test('of ten thousand tickets is done in one go, each once, with four hosts at it', async () => {
    const categoryId = await givenCategory(house, org)
    const now = house.cloud.clock()
    const steps = [{ at: now, clock: 'resolve', step: 'escalate' }]
    await manyTickets(house, org, { count: 10_000, categoryId, requesterId: staff.personId, steps })
    const counts = await Promise.all(Array.from({ length: 4 }, () => runSteps(house.cloud, now)))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(10_000)
    const { rows } = await house.cloud.pool.query(
      `SELECT n, count(*)::integer AS tickets FROM (SELECT count(*) FILTER (WHERE kind = 'escalated')::integer AS n
         FROM ticket_event WHERE org_id = $1 GROUP BY ticket_id) each GROUP BY n`,
      [org.orgId],
    )
    expect(rows).toEqual([{ n: 1, tickets: 10_000 }])
    expect(await noticesOf(house, desk)).toEqual(['10000 项已过时限，请尽快处理。'])
  })
})

describe('new tickets of an institution that wants it so', () => {
  let categoryId: string
  let able: Who & { name: string }
  beforeEach(async () => {
    await house.cloud.db.updateTable('repairSetting').set({ dispatch: 'auto' }).where('orgId', '=', org.orgId).execute()
    categoryId = await givenCategory(house, org, { skill: '空调' })
    able = await givenTechnician(house, org, { name: '空调师傅', skills: ['空调'] })
  })
  const given = async (ticketId: string) => {
    const { status, assignee } = await see(ticketId)
    return [status, assignee]
  }

  test('go to whoever has the skill, once, with the reasons; nobody is accountable until they accept', async () => {
    const { ticketId } = await mine({ categoryId })
    await fourTicks()
    const seen = await see(ticketId)
    expect(seen).toMatchObject({ status: 'assigned', assignee: '空调师傅', accountable: '', ownerlessMinutes: 0 })
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(['reported', 'assigned'])
    expect(seen.timeline[1]).toMatchObject({
      by: '',
      detail: { toName: '空调师傅', isAutomatic: true, hasSkill: true, isForBuilding: true, isOnShift: true, load: 0 },
    })
    expect(await noticesOf(house, able)).toEqual(['派给您一件工单，请接单或退回。'])
    expect(await noticesOf(house, staff)).toEqual(['已派给空调师傅，等待接单。'])
    await done(house, work.acceptTicket, { ticketId }, able)
    expect(await see(ticketId)).toMatchObject({ accountable: '空调师傅' })
  })

  test('are shared out by load, also when four hosts tick at the same moment', async () => {
    const other = await givenTechnician(house, org, { skills: ['空调'] })
    for (let i = 0; i < 12; i++) await mine({ categoryId })
    await fourTicks()
    for (const who of [able, other]) expect((await done(house, work.listJobs, {}, who)).jobs).toHaveLength(6)
    expect(await noticesOf(house, able)).toEqual(['派给您 6 件工单，请接单或退回。'])
  })

  test('stay new without the skill, out of shift, while away, on leave, or when it is praise', async () => {
    const save = (more: object) =>
      done(house, saveTechnician, { personId: able.personId, skills: ['空调'], buildingIds: [], shifts, ...more }, desk)
    // a Friday, 09:00
    const shifts: [number, number][][] = [[], [], [], [], [[780, 1080]], [], []]
    const noShifts: [number, number][][] = [[], [], [], [], [], [], []]
    const [other, praise] = [
      await mine({ categoryId: await givenCategory(house, org, { skill: '木工' }) }),
      await mine({
        categoryId: await givenCategory(house, org, { kind: 'praise' }),
      }),
    ]
    const { ticketId } = await mine({ categoryId })
    const untouched = async () => {
      await tick(house.cloud)
      for (const each of [ticketId, other.ticketId, praise.ticketId]) expect(await given(each)).toEqual(['new', ''])
    }
    await save({})
    await untouched()
    await save({ shifts: noShifts, awayFrom: '2026-11-20' })
    await untouched()
    await save({ shifts: noShifts })
    await house.cloud.pool.query(`UPDATE person SET status = 'onLeave' WHERE person_id = $1`, [able.personId])
    await untouched()
    await house.cloud.pool.query(`UPDATE person SET status = 'active' WHERE person_id = $1`, [able.personId])
    await save({})
    await tickAt(house, '2026-11-20 13:00')
    expect(await given(ticketId)).toEqual(['assigned', '空调师傅'])
  })

  test('do not go back to somebody who gave them back in this cycle', async () => {
    const { ticketId } = await mine({ categoryId })
    await tick(house.cloud)
    await done(house, work.bounceTicket, { ticketId, reason: '不会' }, able)
    await tick(house.cloud)
    expect(await given(ticketId)).toEqual(['new', ''])
    await givenTechnician(house, org, { name: '另一位', skills: ['空调'] })
    await tick(house.cloud)
    expect(await given(ticketId)).toEqual(['assigned', '另一位'])
  })

  test('wait for the desk where it assigns', async () => {
    await house.cloud.db.updateTable('repairSetting').set({ dispatch: 'desk' }).where('orgId', '=', org.orgId).execute()
    const { ticketId } = await mine({ categoryId })
    await tick(house.cloud)
    expect(await given(ticketId)).toEqual(['new', ''])
  })
})
