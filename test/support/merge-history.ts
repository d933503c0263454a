import fc from 'fast-check'
import { joinTicket } from '../../contract/repair'
import { mergeTicket, unmergeTicket } from '../../contract/repair-desk'
import { finishTicket } from '../../contract/repair-work'
import { signedInAs } from './given'
import type { repairDesk } from './repair-desk'
import type { TestCloud } from './start-cloud'

const tickets = 4
const people = 4

interface Act {
  act: 'merge' | 'unmerge' | 'join' | 'finish'
  ticket: number
  into: number
  person: number
}

const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom('merge', 'merge', 'merge', 'unmerge', 'unmerge', 'join', 'join', 'finish'),
  ticket: fc.nat(tickets - 1),
  into: fc.nat(tickets - 1),
  person: fc.nat(people - 1),
})

/** Random histories of four tickets: some acts one after the other, some at the same moment. */
export async function mergeHistory(house: TestCloud, { org, desk, given }: Awaited<ReturnType<typeof repairDesk>>) {
  const joiners = await Promise.all(Array.from({ length: people }, () => signedInAs(house, org)))
  const requesters = await Promise.all([1, 2, 3].map(() => signedInAs(house, org)))
  let ids: string[] = []
  const one = ({ act, ticket, into, person }: Act) => {
    const [ticketId, intoTicketId] = [ids[ticket] ?? '', ids[into] ?? '']
    if (act === 'merge') return house.call(mergeTicket, { ticketId, intoTicketId }, desk)
    if (act === 'unmerge') return house.call(unmergeTicket, { ticketId }, desk)
    if (act === 'join') return house.call(joinTicket, { ticketId }, { token: joiners[person]?.token })
    return house.call(finishTicket, { ticketId, closedKind: 'fixed' }, desk)
  }
  return {
    steps: fc.oneof({ weight: 3, arbitrary: act.map((one) => [one]) }, fc.array(act, { minLength: 2, maxLength: 4 })),
    /** Four new tickets of three people. */
    async begin(): Promise<void> {
      ids = []
      for (let i = 0; i < tickets; i++) ids.push((await given({ token: requesters[i % 3]?.token })).ticketId)
    },
    /** Does some acts at once; gives those that were neither done nor refused. */
    async take(together: Act[]): Promise<unknown[]> {
      return (await Promise.all(together.map(one))).filter(({ value, refusal }) => !value && !refusal)
    },
    /** What is wrong, counted in another way than the cloud does: chains, circles, numbers of people. */
    async faults(): Promise<unknown[]> {
      const { rows } = await house.cloud.pool.query(
        `WITH own AS (SELECT * FROM ticket WHERE org_id = $1 AND ticket_id = ANY ($2)),
           met AS (
             SELECT coalesce(merged_into, ticket_id) AS ticket_id, requester_id AS person_id FROM own
             UNION SELECT coalesce(o.merged_into, o.ticket_id), f.person_id FROM own o JOIN ticket_follower f USING (org_id, ticket_id)
             UNION SELECT ticket_id, requester_id FROM own
             UNION SELECT o.ticket_id, f.person_id FROM own o JOIN ticket_follower f USING (org_id, ticket_id))
         SELECT 'chain' AS fault, a.number FROM own a JOIN own b ON a.merged_into = b.ticket_id WHERE b.merged_into IS NOT NULL
         UNION ALL
         SELECT 'priority', o.number FROM own o
           WHERE o.priority <> (SELECT count(DISTINCT person_id) FROM met WHERE met.ticket_id = o.ticket_id)
         UNION ALL
         SELECT 'merged ticket with a clock', number FROM own WHERE merged_into IS NOT NULL AND due_at < '2100-01-01Z'
         UNION ALL
         SELECT 'log with a gap', o.number FROM own o JOIN ticket_event e USING (org_id, ticket_id) GROUP BY o.number
           HAVING count(*) <> max(e.event_number)`,
        [org.orgId, ids],
      )
      return rows
    },
  }
}
