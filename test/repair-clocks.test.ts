import { getTicket } from '../contract/repair'
import type { Limits } from '../contract/repair-clocks'
import { confirmTicket, rateTicket, reopenTicket } from '../contract/repair-requester'
import { classifyTicket, finishTicket, grabTicket, hangTicket, planTicket, resumeTicket } from '../contract/repair-work'
import { givenCategory, givenTicket } from './support/given-repair'
import { at, done, givenRepairHouse, noticesOf, stepsLogged, tickAt, type Who, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

/** A ticket reported at a clock time under these limits, with those who have to do with it. */
async function reported(clock: string, limits: Limits, more: { urgency?: 'urgent' } = {}) {
  const people = await givenRepairHouse(house, clock)
  const ticket = await givenTicket(house, people.org, { token: people.staff.token, limits, ...more })
  return { ...people, ...ticket }
}
const see = (ticketId: string, who: Pick<Who, 'token'>) => done(house, getTicket, { ticketId }, who)
const clockOf = async (ticketId: string, who: Pick<Who, 'token'>, clock: string) =>
  (await see(ticketId, who)).clocks.find((each) => each.clock === clock)
const cyclesOf = async (ticketId: string) =>
  (await house.cloud.pool.query('SELECT * FROM ticket_cycle WHERE ticket_id = $1 ORDER BY cycle', [ticketId])).rows

/** The technician does it at these times. */
async function actAt(clock: string, act: () => Promise<unknown>): Promise<void> {
  house.setNow(at(clock))
  await act()
}

describe('the seven cases', () => {
  test('1: urgent on Friday 17:40, two hours on the wall: due 19:40, warned at 19:10, escalated at 19:40', async () => {
    const limits: Limits = { response: { clock: 'wall', minutes: 120 } }
    const { ticketId, responseDueAt, desk } = await reported('2025-09-26 17:40', limits, { urgency: 'urgent' })
    expect(responseDueAt).toBe(wire('2025-09-26 19:40'))
    await tickAt(house, '2025-09-26 19:09')
    expect(await stepsLogged(house, ticketId)).toEqual([])
    await tickAt(house, '2025-09-26 19:10')
    expect(await stepsLogged(house, ticketId)).toEqual(['warned response'])
    await tickAt(house, '2025-09-26 19:39')
    expect(await stepsLogged(house, ticketId)).toEqual(['warned response'])
    await tickAt(house, '2025-09-26 19:40')
    await tickAt(house, '2025-09-26 19:41')
    expect(await stepsLogged(house, ticketId)).toEqual(['warned response', 'escalated response'])
    expect(await noticesOf(house, desk)).toEqual([
      '请在今天 周五 19:40前响应，时限已用去四分之三。还没有人接，请尽快派单。',
      '响应时限已过（今天 周五 19:40），还没有人接，请尽快安排。',
    ])
  })

  test('2: a plan within one working day, Friday 10:00: due on the make-up Sunday at 10:00', async () => {
    const limits: Limits = { plan: { clock: 'workingDays', days: 1 } }
    const { ticketId, desk, technician } = await reported('2025-09-26 10:00', limits)
    expect(await clockOf(ticketId, desk, 'plan')).toMatchObject({
      dueAt: wire('2025-09-28 10:00'),
      isProvisional: false,
    })
    await done(house, grabTicket, { ticketId }, technician)
    await actAt('2025-09-26 11:00', () =>
      done(house, planTicket, { ticketId, plannedFor: wire('2025-09-28 09:00') }, technician),
    )
    expect(await clockOf(ticketId, desk, 'plan')).toMatchObject({
      stoppedAt: wire('2025-09-26 11:00'),
      isOverdue: false,
    })
    await tickAt(house, '2025-09-28 10:01')
    expect(await stepsLogged(house, ticketId)).toEqual([])
  })

  test('3: network within an hour of service, 11:40: due 15:10, with 20 minutes before lunch and 40 after', async () => {
    const { ticketId, responseDueAt, desk } = await reported('2025-09-25 11:40', {
      response: { clock: 'service', minutes: 60 },
    })
    expect(responseDueAt).toBe(wire('2025-09-25 15:10'))
    expect((await clockOf(ticketId, desk, 'response'))?.explanation).toMatchObject({
      counted: 60,
      lunch: 150,
      wall: 210,
    })
  })

  test('4: equipment within 24 hours rolled to the end of work, the day before the holiday: due 10-09 18:00', async () => {
    const { resolveDueAt } = await reported('2025-09-30 16:00', { resolve: { clock: 'wallToWorkEnd', minutes: 1440 } })
    expect(resolveDueAt).toBe(wire('2025-10-09 18:00'))
  })

  test.each([
    ['over lunch credits nothing', '12:10', '2025-09-12 14:00', '2025-09-15 11:30', 0],
    ['over the weekend credits an hour and a half', '17:00', '2025-09-15 09:00', '2025-09-15 15:30', 90],
  ])('5: hung %s', async (_how, from, until, dueAt, paused) => {
    // 60 minutes of Friday morning, 210 of the afternoon, 180 of Monday
    const limits: Limits = { resolve: { clock: 'service', minutes: 450 } }
    const { ticketId, technician, desk } = await reported('2025-09-12 11:00', limits)
    await done(house, grabTicket, { ticketId }, technician)
    await actAt(`2025-09-12 ${from}`, () =>
      done(house, hangTicket, { ticketId, reason: 'part', promisedOn: '2025-09-15' }, technician),
    )
    expect(await clockOf(ticketId, desk, 'resolve')).toMatchObject({ isPaused: true })
    await actAt(until, () => done(house, resumeTicket, { ticketId }, technician))
    const clock = await clockOf(ticketId, desk, 'resolve')
    expect(clock).toMatchObject({ dueAt: wire(dueAt), isPaused: false })
    expect(clock?.explanation).toMatchObject({ counted: 450, paused })
  })

  test('6: done on 10-09 at 17:00: the return visit is due on Saturday 10-11 at 17:00, warned after 36 hours', async () => {
    const { ticketId, desk, technician } = await reported('2025-10-09 15:00', {})
    await done(house, grabTicket, { ticketId }, technician)
    await actAt('2025-10-09 17:00', () => done(house, finishTicket, { ticketId, closedKind: 'fixed' }, technician))
    expect(await clockOf(ticketId, desk, 'visit')).toMatchObject({ dueAt: wire('2025-10-11 17:00') })
    await tickAt(house, '2025-10-11 04:59')
    expect(await stepsLogged(house, ticketId)).toEqual([])
    await tickAt(house, '2025-10-11 05:00')
    await tickAt(house, '2025-10-11 17:00')
    expect(await stepsLogged(house, ticketId)).toEqual(['warned visit', 'escalated visit'])
  })

  test('7: reopened: the second cycle has its own clocks, rating and visit, the times of the first stay', async () => {
    const limits: Limits = { response: { clock: 'wall', minutes: 60 }, resolve: { clock: 'service', minutes: 120 } }
    const { ticketId, staff, technician } = await reported('2025-09-15 09:00', limits)
    const finish = () => done(house, finishTicket, { ticketId, closedKind: 'fixed' }, technician)
    await actAt('2025-09-15 09:30', () => done(house, grabTicket, { ticketId }, technician))
    await actAt('2025-09-15 12:30', finish)
    await done(house, rateTicket, { ticketId, stars: 2 }, staff)
    const [first] = await cyclesOf(ticketId)
    await actAt('2025-09-16 09:00', () => done(house, reopenTicket, { ticketId, reason: '又坏了' }, staff))
    await actAt('2025-09-16 09:10', () => done(house, grabTicket, { ticketId }, technician))
    await actAt('2025-09-16 10:00', finish)
    await done(house, rateTicket, { ticketId, stars: 5 }, staff)
    await done(house, confirmTicket, { ticketId }, staff)
    const cycles = await cyclesOf(ticketId)
    expect(cycles[0]).toEqual({ ...first, is_present: false })
    expect(cycles).toMatchObject([
      {
        cycle: 1,
        responded_at: new Date(at('2025-09-15 09:30')),
        resolved_at: new Date(at('2025-09-15 12:30')),
        resolve_due_at: new Date(at('2025-09-15 11:00')),
        visit_due_at: new Date(at('2025-09-17 12:30')),
      },
      {
        cycle: 2,
        started_at: new Date(at('2025-09-16 09:00')),
        responded_at: new Date(at('2025-09-16 09:10')),
        resolved_at: new Date(at('2025-09-16 10:00')),
        resolve_due_at: new Date(at('2025-09-16 11:00')),
        visit_due_at: new Date(at('2025-09-18 10:00')),
      },
    ])
    const { rows } = await house.cloud.pool.query(
      'SELECT cycle, stars FROM ticket_rating WHERE ticket_id = $1 ORDER BY cycle',
      [ticketId],
    )
    expect(rows).toEqual([
      { cycle: 1, stars: 2 },
      { cycle: 2, stars: 5 },
    ])
  })
})

test('a changed category computes anew from the beginning of the cycle, and earned pauses stay', async () => {
  const { ticketId, org, desk, technician } = await reported('2025-09-15 09:00', {
    resolve: { clock: 'service', minutes: 120 },
  })
  const slower = await givenCategory(house, org, { limits: { resolve: { clock: 'service', minutes: 180 } } })
  await done(house, grabTicket, { ticketId }, technician)
  await actAt('2025-09-15 09:30', () =>
    done(house, hangTicket, { ticketId, reason: 'access', promisedOn: '2025-09-15' }, technician),
  )
  await actAt('2025-09-15 10:00', () => done(house, resumeTicket, { ticketId }, technician))
  expect(await clockOf(ticketId, desk, 'resolve')).toMatchObject({ dueAt: wire('2025-09-15 11:30') })
  await actAt('2025-09-15 10:10', () =>
    done(house, classifyTicket, { ticketId, categoryId: slower, urgency: 'normal' }, technician),
  )
  const clock = await clockOf(ticketId, desk, 'resolve')
  // 120 minutes by 11:30, 30 until lunch, 30 after it
  expect(clock).toMatchObject({ startsAt: wire('2025-09-15 09:00'), dueAt: wire('2025-09-15 15:00') })
  expect(clock?.explanation).toMatchObject({ counted: 180, paused: 30, lunch: 150 })
  // what was warned of once is not warned of again
  await tickAt(house, '2025-09-15 18:00')
  expect(await stepsLogged(house, ticketId)).toEqual(['warned resolve', 'escalated resolve'])
})
