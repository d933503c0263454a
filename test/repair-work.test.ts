import { getTicket } from '../contract/repair'
import { getRepairSetting, saveRepairSetting } from '../contract/repair-catalog'
import * as work from '../contract/repair-work'
import { type GivenOrg, signedInAs } from './support/given'
import { givenCategory, givenTechnician, givenTicket } from './support/given-repair'
import { at, done, givenRepairHouse, noticesOf, stepsLogged, tickAt, type Who, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let staff: Who
let desk: Who
let first: Who & { name: string }
let second: Who & { name: string }

beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  const given = await givenRepairHouse(house, '2026-11-20 09:00')
  ;({ org, staff, desk } = given)
  first = given.technician
  second = await givenTechnician(house, org, { name: '陈师傅' })
})
afterAll(() => house.end())

const mine = (more: object = {}) => givenTicket(house, org, { token: staff.token, ...more })
const see = (ticketId: string, who: Pick<Who, 'token'> = desk) => done(house, getTicket, { ticketId }, who)
const assign = (ticketId: string, to: Who) =>
  done(house, work.assignTicket, { ticketId, toPersonId: to.personId }, desk)
const bounce = (ticketId: string, who: Who, reason = '不会修') =>
  done(house, work.bounceTicket, { ticketId, reason }, who)
const accept = (ticketId: string, who: Who) => done(house, work.acceptTicket, { ticketId }, who)
const grab = (ticketId: string, who: Who) => done(house, work.grabTicket, { ticketId }, who)

describe('whoever has it stays accountable until the next one accepts', () => {
  test('the desk that assigns, then the one who accepts, through a transfer, until the next accepts', async () => {
    const { ticketId } = await mine()
    expect(await see(ticketId)).toMatchObject({ accountable: '', assignee: '' })
    await assign(ticketId, first)
    expect(await see(ticketId)).toMatchObject({ accountable: '周调度', assignee: '刘师傅', status: 'assigned' })
    await accept(ticketId, first)
    expect(await see(ticketId)).toMatchObject({ accountable: '刘师傅' })
    const to = { ticketId, toPersonId: second.personId, reason: '要登高证' }
    await done(house, work.transferTicket, to, first)
    expect(await see(ticketId)).toMatchObject({ accountable: '刘师傅', assignee: '陈师傅', status: 'assigned' })
    await bounce(ticketId, second)
    expect(await see(ticketId)).toMatchObject({ accountable: '刘师傅', assignee: '', status: 'new', bounces: 1 })
    await assign(ticketId, second)
    expect(await see(ticketId)).toMatchObject({ accountable: '刘师傅' })
    await accept(ticketId, second)
    expect(await see(ticketId)).toMatchObject({ accountable: '陈师傅' })
    expect((await noticesOf(house, first)).sort()).toEqual([
      '派给您一件工单，请接单或退回。',
      '陈师傅退回了这件工单，仍由您负责，请重新安排。原因：不会修',
    ])
  })

  test('minutes without anybody are counted until the first is accountable, and not again after a bounce', async () => {
    const { ticketId } = await mine()
    house.setNow(at('2026-11-20 09:20'))
    expect(await see(ticketId)).toMatchObject({ ownerlessMinutes: 20 })
    await assign(ticketId, first)
    await bounce(ticketId, first)
    house.setNow(at('2026-11-20 10:00'))
    expect(await see(ticketId)).toMatchObject({ ownerlessMinutes: 20, accountable: '周调度' })
  })

  test('whoever grabs, finishes or refuses what nobody had is accountable from then on', async () => {
    const [grabbed, finished, refused] = [await mine(), await mine(), await mine()]
    await grab(grabbed.ticketId, first)
    await done(house, work.finishTicket, { ticketId: finished.ticketId, closedKind: 'fixed' }, desk)
    await done(house, work.refuseTicket, { ticketId: refused.ticketId, reason: '不归我们' }, desk)
    const seen = await Promise.all([grabbed, finished, refused].map(({ ticketId }) => see(ticketId)))
    expect(seen.map(({ accountable }) => accountable)).toEqual(['刘师傅', '周调度', '周调度'])
  })

  test('the second bounce of a cycle escalates, once, to those named for response', async () => {
    const manager = await signedInAs(house, org, ['manager'])
    const setting = await done(house, getRepairSetting, {}, desk)
    const escalation = { ...setting.escalation, response: ['manager' as const] }
    await done(house, saveRepairSetting, { ...setting, escalation }, desk)
    const { ticketId } = await mine()
    const escalated = async () => (await see(ticketId)).timeline.filter(({ kind }) => kind === 'escalated').length
    for (const [times, expected] of [0, 1, 1].entries()) {
      const technician = times % 2 ? second : first
      await assign(ticketId, technician)
      await bounce(ticketId, technician, `第${times + 1}次`)
      expect([times, await escalated()]).toEqual([times, expected])
    }
    expect(await stepsLogged(house, ticketId)).toEqual(['escalated response'])
    expect(await noticesOf(house, manager)).toEqual([
      '这件工单已被退回2次，请尽快安排。最近一次由陈师傅退回，原因：第2次',
    ])
  })
})

test('who had it before hears that it went to somebody else; only technicians can be given anything', async () => {
  const { ticketId } = await mine()
  await assign(ticketId, first)
  const refused = await house.call(work.assignTicket, { ticketId, toPersonId: staff.personId }, { token: desk.token })
  expect(refused.refusal).toBe('NOT_A_TECHNICIAN')
  await assign(ticketId, second)
  expect(await noticesOf(house, first)).toContain('已由周调度改派给陈师傅。')
  expect((await house.call(work.acceptTicket, { ticketId }, { token: first.token })).refusal).toBe('NOT_YOURS')
  await accept(ticketId, second)
  const input = { ticketId, toPersonId: desk.personId, reason: '太忙' }
  expect((await house.call(work.transferTicket, input, { token: second.token })).refusal).toBe('NOT_A_TECHNICIAN')
})

test('hung with a reason and a promised day, which the day itself reminds of; nothing is promised for yesterday', async () => {
  const { ticketId } = await mine()
  await grab(ticketId, first)
  const hang = { ticketId, reason: 'part' as const, note: '等压缩机' }
  const yesterday = await house.call(work.hangTicket, { ...hang, promisedOn: '2026-11-19' }, { token: first.token })
  expect(yesterday.refusal).toBe('IN_THE_PAST')
  await done(house, work.hangTicket, { ...hang, promisedOn: '2026-11-23' }, first)
  expect(await see(ticketId)).toMatchObject({ status: 'hung', hangReason: 'part', promisedOn: '2026-11-23' })
  expect(await noticesOf(house, staff)).toContain('暂时不能处理，答应在11月23日 周一前继续。等压缩机。')
  await done(house, work.resumeTicket, { ticketId }, first)
  const resumed = await see(ticketId)
  expect([resumed.status, resumed.hangReason, resumed.promisedOn]).toEqual(['working', '', undefined])
})

test('each promise is reminded of on its day, a second one too', async () => {
  const { ticketId } = await mine()
  await grab(ticketId, first)
  for (const promisedOn of ['2026-11-23', '2026-11-24']) {
    await done(house, work.hangTicket, { ticketId, reason: 'part', promisedOn }, first)
    await tickAt(house, `${promisedOn} 08:30`)
    await tickAt(house, `${promisedOn} 08:31`)
    await done(house, work.resumeTicket, { ticketId }, first)
  }
  expect(await stepsLogged(house, ticketId)).toEqual(['warned promise', 'warned promise'])
})

test('a plan is for whoever has it, in the future, and leaves the status as it is', async () => {
  const { ticketId } = await mine({ limits: { plan: { clock: 'wall', minutes: 60 } } })
  const plan = (who: Who, plannedFor = wire('2026-11-20 15:00')) =>
    house.call(work.planTicket, { ticketId, plannedFor, note: '带梯子' }, { token: who.token })
  expect((await plan(first)).refusal).toBe('NOT_YOURS')
  await grab(ticketId, first)
  expect((await plan(second)).refusal).toBe('NOT_YOURS')
  expect((await plan(first, wire('2026-11-20 08:59'))).refusal).toBe('IN_THE_PAST')
  // in Shanghai that is a day of 2101, which nobody could be told
  expect((await plan(first, '2100-12-31T23:00:00Z')).fault).toBe('BAD_INPUT')
  expect((await plan(first)).value).toEqual({ ticketId, status: 'accepted' })
  expect(await see(ticketId)).toMatchObject({ plannedFor: wire('2026-11-20 15:00') })
  await done(house, work.finishTicket, { ticketId, closedKind: 'fixed' }, first)
  expect((await plan(first)).refusal).toBe('WRONG_STATUS')
})

test('finished with cost and parts as lines; what is not fixed needs a reason', async () => {
  const { ticketId } = await mine()
  await grab(ticketId, first)
  const lines = [
    { kind: 'part' as const, name: '滤网', quantity: 2, unitPriceFen: 3550 },
    { kind: 'labour' as const, name: '工时', quantity: 0.75, unitPriceFen: 8000 },
  ]
  const finish = (more: object) =>
    house.call(work.finishTicket, { ticketId, closedKind: 'notFixed', costs: lines, ...more }, { token: first.token })
  expect((await finish({})).refusal).toBe('NEEDS_REASON')
  for (const quantity of [1.005, 0.005, 0.011]) {
    const costs = [{ ...lines[0], quantity }]
    expect((await finish({ note: '要换整机', costs })).fault).toBe('BAD_INPUT')
  }
  expect((await see(ticketId)).costs).toEqual([])
  expect((await finish({ note: '要换整机' })).value?.status).toBe('done')
  const seen = await see(ticketId)
  expect(seen).toMatchObject({ closedKind: 'notFixed', visitState: 'due' })
  expect(seen.costs).toMatchObject(lines)
  expect(seen.timeline.at(-1)?.detail).toMatchObject({ note: '要换整机', costFen: 13_100 })
})

test('a category can be corrected by whoever has it and the desk, to one that is reported, while it is open', async () => {
  const { ticketId, categoryId } = await mine()
  const hazard = await givenCategory(house, org, { kind: 'hazard', name: '漏电' })
  const classify = (who: Who, to: string) =>
    house.call(work.classifyTicket, { ticketId, categoryId: to, urgency: 'urgent' }, { token: who.token })
  expect((await classify(first, hazard)).refusal).toBe('NOT_YOURS')
  const { rows } = await house.cloud.pool.query('SELECT parent_id FROM category WHERE category_id = $1', [hazard])
  expect((await classify(desk, rows[0].parent_id)).refusal).toBe('NO_SUCH_CATEGORY')
  expect((await classify(desk, hazard)).value).toEqual({ ticketId, status: 'new' })
  expect(await see(ticketId)).toMatchObject({ kind: 'hazard', category: '漏电组 · 漏电', urgency: 'urgent' })
  await grab(ticketId, first)
  await done(house, work.finishTicket, { ticketId, closedKind: 'fixed' }, first)
  expect((await classify(first, categoryId)).refusal).toBe('WRONG_STATUS')
})
