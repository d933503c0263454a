import { joinTicket } from '../contract/repair'
import { mergeTicket } from '../contract/repair-desk'
import { signedInAs } from './support/given'
import { givenCategory, givenTechnician, givenTicket } from './support/given-repair'
import { done, givenRepairHouse, noticesOf, tickAt } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

test('who was given a ticket by time is named to whom it is for, and to nobody who only follows it', async () => {
  const { org, staff, desk } = await givenRepairHouse(house, '2026-11-20 09:00')
  await house.cloud.db.updateTable('repairSetting').set({ dispatch: 'auto' }).where('orgId', '=', org.orgId).execute()
  const [follower, merged] = [await signedInAs(house, org), await signedInAs(house, org)]
  const categoryId = await givenCategory(house, org, { skill: '空调' })
  await givenTechnician(house, org, { name: '陈师傅', skills: ['空调'] })
  const { ticketId } = await givenTicket(house, org, { token: staff.token, categoryId })
  await done(house, joinTicket, { ticketId }, follower)
  const same = await givenTicket(house, org, { token: merged.token, categoryId })
  await done(house, mergeTicket, { ticketId: same.ticketId, intoTicketId: ticketId }, desk)
  await tickAt(house, '2026-11-20 09:01')
  const last = async (who: { personId: string }) => (await noticesOf(house, who)).at(-1)
  expect(await last(staff)).toBe('已派给陈师傅，等待接单。')
  expect([await last(follower), await last(merged)]).toEqual(Array(2).fill('已派给师傅，等待接单。'))
})
