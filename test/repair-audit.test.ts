import { commentTicket, reopenTicket } from '../contract/repair-requester'
import * as work from '../contract/repair-work'
import { givenTicket } from './support/given-repair'
import { done, givenRepairHouse, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

test('the audit log says what was done to a ticket, and repeats nothing that somebody wrote', async () => {
  const { org, staff, desk, technician } = await givenRepairHouse(house, '2026-11-20 09:00')
  const { ticketId } = await givenTicket(house, org, { token: staff.token, words: '私事' })
  const to = { ticketId, toPersonId: technician.personId }
  const reason = '私事'
  const note = '私事'
  await done(house, work.assignTicket, to, desk)
  await done(house, work.bounceTicket, { ticketId, reason }, technician)
  await done(house, work.grabTicket, { ticketId }, technician)
  await done(house, work.planTicket, { ticketId, plannedFor: wire('2026-11-20 15:00'), note }, technician)
  await done(house, work.hangTicket, { ticketId, reason: 'part', promisedOn: '2026-11-23', note }, technician)
  await done(house, commentTicket, { ticketId, words: '私事' }, staff)
  await done(house, work.transferTicket, { ...to, reason }, desk)
  await done(house, work.finishTicket, { ticketId, closedKind: 'temporary', note }, desk)
  await done(house, reopenTicket, { ticketId, reason }, staff)
  await done(house, work.refuseTicket, { ticketId, reason }, desk)
  const { rows } = await house.cloud.pool.query(
    `SELECT procedure, detail FROM audit_entry WHERE org_id = $1 AND detail ->> 'ticketId' = $2 ORDER BY entry_id`,
    [org.orgId, ticketId],
  )
  expect(rows.map(({ procedure }) => procedure.slice('repair.'.length, -'Ticket'.length))).toEqual(
    'report assign bounce grab plan hang comment transfer finish reopen refuse'.split(' '),
  )
  expect(JSON.stringify(rows)).not.toContain('私事')
  expect(rows[5].detail).toMatchObject({ act: 'hang', reason: 'part', promisedOn: '2026-11-23' })
  expect(rows[8].detail).toMatchObject({ act: 'finish', closedKind: 'temporary' })
})
