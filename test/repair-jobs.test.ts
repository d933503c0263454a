import { reopenTicket } from '../contract/repair-requester'
import * as work from '../contract/repair-work'
import { type GivenOrg, givenRoom } from './support/given'
import { givenCategory, givenPlace, givenTechnician, givenTicket } from './support/given-repair'
import { at, done, givenRepairHouse, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let staff: Who
let desk: Who
let first: Who
let second: Who

beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  ;({ org, staff, desk, technician: first } = await givenRepairHouse(house, '2026-11-20 09:00'))
  second = await givenTechnician(house, org, { name: '陈师傅' })
})
afterAll(() => house.end())

const mine = (more: object = {}) => givenTicket(house, org, { token: staff.token, ...more })
const assign = (ticketId: string, to: Who) =>
  done(house, work.assignTicket, { ticketId, toPersonId: to.personId }, desk)
const bounce = (ticketId: string, who: Who) => done(house, work.bounceTicket, { ticketId, reason: '不会修' }, who)
const grab = (ticketId: string, who: Who) => done(house, work.grabTicket, { ticketId }, who)

describe('who could do it', () => {
  const suggested = async (ticketId: string, who: Who = desk) =>
    (await done(house, work.suggestTechnicians, { ticketId }, who)).technicians

  test('by skill, then who has not given it back, building, presence and load, with each of them said', async () => {
    const other = await house.cloud.db
      .insertInto('building')
      .values({ orgId: org.orgId, siteId: org.siteId, name: '科研楼' })
      .returning('buildingId')
      .executeTakeFirstOrThrow()
    const skills = ['空调']
    // a Friday, 09:00
    const later: [number, number][][] = [[], [], [], [], [[780, 1080]], [], []]
    const give = (name: string, more: Parameters<typeof givenTechnician>[2] = {}) =>
      givenTechnician(house, org, { name, skills, ...more })
    const [busy, , , , bounced] = [
      await give('忙的'),
      await give('闲的'),
      await give('晚班', { shifts: later }),
      await give('别楼', { buildingIds: [other.buildingId] }),
      await give('退过'),
    ]
    await give('请假', { awayFrom: '2026-11-19', awayUntil: '2026-11-20' })
    await grab((await mine()).ticketId, busy)
    const categoryId = await givenCategory(house, org, { skill: '空调' })
    const { ticketId } = await mine({ categoryId })
    await assign(ticketId, bounced)
    await bounce(ticketId, bounced)
    const list = await suggested(ticketId)
    expect(list.map(({ name }) => name).slice(0, 2)).toEqual(['闲的', '忙的'])
    expect(
      list
        .map(({ name }) => name)
        .slice(2, 4)
        .sort(),
    ).toEqual(['晚班', '请假'])
    expect(list.map(({ name }) => name).slice(4, 6)).toEqual(['别楼', '退过'])
    expect(list.slice(6).every(({ hasSkill }) => !hasSkill)).toBe(true)
    const fits = { hasSkill: true, isForBuilding: true, isOnShift: true, load: 0, hasBounced: false }
    expect(list[0]).toMatchObject(fits)
    expect(list[1]).toMatchObject({ ...fits, load: 1 })
    expect(list[2]).toMatchObject({ ...fits, isOnShift: false })
    expect(list[4]).toMatchObject({ ...fits, isForBuilding: false })
    expect(list[5]).toMatchObject({ ...fits, hasBounced: true })
  })

  test('whoever has it may ask, and is not proposed; a technician who never had it may not', async () => {
    const { ticketId } = await mine()
    await grab(ticketId, first)
    expect((await suggested(ticketId, first)).map(({ name }) => name)).toEqual(['陈师傅'])
    const stranger = await house.call(work.suggestTechnicians, { ticketId }, { token: second.token })
    expect(stranger.refusal).toBe('NO_SUCH_TICKET')
  })
})

describe('my jobs', () => {
  const list = (who: Who) => done(house, work.listJobs, {}, who)
  const wall = (minutes: number) => ({ limits: { resolve: { clock: 'wall' as const, minutes } } })

  test('by clock, those that are hung last, with building and floor; done ones are counted for today', async () => {
    const placeId = await givenPlace(house, org, { name: '东走廊', floor: '5层' })
    const [late, soon, hung, over] = [
      await mine(wall(600)),
      await mine({ ...wall(60), placeId }),
      await mine(wall(30)),
      await mine(wall(30)),
    ]
    for (const { ticketId } of [late, soon, hung, over]) await grab(ticketId, first)
    await done(house, work.hangTicket, { ticketId: hung.ticketId, reason: 'part', promisedOn: '2026-11-24' }, first)
    await done(house, work.finishTicket, { ticketId: over.ticketId, closedKind: 'fixed' }, first)
    const { jobs, pool, doneToday } = await list(first)
    expect(jobs.map(({ ticketId }) => ticketId)).toEqual([soon, late, hung].map(({ ticketId }) => ticketId))
    expect(jobs[0]).toMatchObject({ building: '综合楼', floor: '5层', dueClock: 'resolve', isOverdue: false })
    expect(jobs[2]).toMatchObject({ status: 'hung', promisedOn: '2026-11-24' })
    expect([pool, doneToday]).toEqual([[], 1])
    house.setNow(at('2026-11-21 09:00'))
    expect((await list(first)).doneToday).toBe(0)
    expect((await list(second)).jobs).toEqual([])
  })

  test('the pool has what my skills and buildings are for, due first, without praise and what I gave back', async () => {
    const network = await givenCategory(house, org, { skill: '网络', limits: wall(60).limits })
    const aircon = await givenCategory(house, org, { skill: '空调' })
    const praise = await givenCategory(house, org, { kind: 'praise' })
    const given = await givenTechnician(house, org, { skills: ['网络'], buildingIds: [org.buildingId] })
    const elsewhere = await givenTechnician(house, org, { skills: ['网络'], buildingIds: [crypto.randomUUID()] })
    const [open, soon, back] = [await mine(), await mine({ categoryId: network }), await mine({ categoryId: network })]
    await mine({ categoryId: aircon })
    await mine({ categoryId: praise, placeId: await givenRoom(house, org) })
    await assign(back.ticketId, given)
    await bounce(back.ticketId, given)
    expect((await list(given)).pool.map(({ ticketId }) => ticketId)).toEqual([soon.ticketId, open.ticketId])
    expect((await list(elsewhere)).pool).toEqual([])
    expect((await list(second)).pool.map(({ ticketId }) => ticketId)).toEqual([open.ticketId])
  })

  test('the pool has nothing that a history left open, until it is reopened or given to somebody', async () => {
    const { ticketId } = await mine()
    await house.cloud.pool.query(`UPDATE ticket SET channel = 'import' WHERE ticket_id = $1`, [ticketId])
    const { ticketId: today } = await mine()
    const listed = await done(house, work.listJobs, {}, first)
    expect(listed.pool.map((job) => job.ticketId)).toEqual([today])
    await assign(ticketId, first)
    expect((await done(house, work.listJobs, {}, first)).jobs.map((job) => job.ticketId)).toEqual([ticketId])
    await done(house, work.finishTicket, { ticketId, closedKind: 'fixed' }, desk)
    await done(house, reopenTicket, { ticketId, reason: '又坏了' }, desk)
    const again = await done(house, work.listJobs, {}, first)
    expect(again.pool.map((job) => job.ticketId).sort()).toEqual([ticketId, today].sort())
  })
})
