import type { TicketBrief } from '../../contract/repair'
import { getBoard, listTickets, type TicketFilter } from '../../contract/repair-desk'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { givenTicket } from './given-repair'
import type { TestCloud } from './start-cloud'

/** An institution with somebody at its desk, and what they read of its tickets: numbers, in order. */
export async function repairDesk(house: TestCloud) {
  const org: GivenOrg = await givenOrg(house)
  const desk = await signedInAs(house, org, ['dispatcher'])
  async function boardOf(filter: TicketFilter = {}) {
    const { value } = await house.call(getBoard, { filter }, desk)
    if (!value) throw new Error('no board')
    return value
  }
  return {
    org,
    desk,
    boardOf,
    given: (more: Parameters<typeof givenTicket>[2] = {}) => givenTicket(house, org, more),
    /** Numbers of all cards of the board, sorted. */
    async numbersOn(filter: TicketFilter): Promise<string[]> {
      return (await boardOf(filter)).columns.flatMap(({ items }) => items.map(({ number }) => number)).sort()
    },
    /** Numbers of the whole table, turned page by page. */
    async numbersListed(filter: TicketFilter, sort: 'due' | 'newest' = 'due', limit = 2): Promise<string[]> {
      const items: TicketBrief[] = []
      let cursor: string | undefined
      do {
        const { value } = await house.call(listTickets, { filter, sort, limit, cursor }, desk)
        items.push(...(value?.items ?? []))
        cursor = value?.nextCursor
      } while (cursor)
      return items.map(({ number }) => number)
    },
  }
}
