import { getTicket } from '../../contract/repair'
import { finishTicket, grabTicket } from '../../contract/repair-work'
import { givenOrg, signedInAs } from './given'
import { givenTechnician, givenTicket } from './given-repair'
import type { TestCloud } from './start-cloud'

/** A Friday, 09:00 in Shanghai. */
export const friday = Date.UTC(2026, 10, 20, 1)
export const minutes = (n: number) => n * 60_000
export const limits = {
  response: { clock: 'wall', minutes: 120 },
  resolve: { clock: 'service', minutes: 480 },
} as const

type Who = { token: string; personId: string }

/** An institution with somebody who reports, a desk and a technician, and what they usually do. The clock is set to Friday. */
export async function requesterOffice(house: TestCloud) {
  house.setNow(friday)
  const org = await givenOrg(house)
  const staff: Who = await signedInAs(house, org, [], { name: '王芳' })
  const desk: Who = await signedInAs(house, org, ['dispatcher'], { name: '周调度' })
  const technician: Who = await givenTechnician(house, org, { name: '刘师傅' })
  const { db } = house.cloud
  return {
    org,
    staff,
    desk,
    technician,
    /** A ticket the reporter reported. */
    mine: (more: Parameters<typeof givenTicket>[2] = {}) =>
      givenTicket(house, org, { token: staff.token, limits, ...more }),
    async see(ticketId: string, { token }: Who = staff) {
      const { value } = await house.call(getTicket, { ticketId }, { token })
      if (!value) throw new Error('the ticket is not seen')
      return value
    },
    /** The technician grabs it and says that it is fixed. */
    async finish(ticketId: string, more: object = {}): Promise<void> {
      const { token } = technician
      const grabbed = await house.call(grabTicket, { ticketId }, { token })
      const done = await house.call(finishTicket, { ticketId, closedKind: 'fixed', ...more }, { token })
      if (!done.value) throw new Error(`not finished: ${JSON.stringify([grabbed, done])}`)
    },
    /** Only the pointer of a merged ticket, without all that belongs to merging. */
    async merge(ticketId: string, mergedInto: string): Promise<void> {
      await db.updateTable('ticket').set({ mergedInto }).where('ticketId', '=', ticketId).execute()
    },
    async setLimits(categoryId: string, byUrgency: object): Promise<void> {
      const set = { limits: JSON.stringify(byUrgency) }
      await db.updateTable('category').set(set).where('categoryId', '=', categoryId).execute()
    },
  }
}
