import { joinTicket } from '../../contract/repair'
import { isOpen } from '../../contract/repair-lifecycle'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Held, holdTicket, record, statusOf } from './hold-ticket'
import { recountPeople } from './recount-people'

/**
 * Holds a ticket, or the one it was merged into: joining follows what is really being worked on. Whoever merges these two
 * at the same moment may hold them in the other order; the database then lets one of both try again.
 */
async function holdRoot(asked: AskedByPerson, ticketId: string): Promise<Held | undefined> {
  let held = await holdTicket(asked, ticketId)
  while (held?.row.mergedInto) held = await holdTicket(asked, held.row.mergedInto)
  return held
}

export default keeper(joinTicket, async ({ ticketId }, asked) => {
  const { db, orgId, now, person } = asked
  const held = await holdRoot(asked, ticketId)
  if (!held) return refuse('NO_SUCH_TICKET')
  const { row } = held
  if (!isOpen(statusOf(row))) return refuse('TICKET_CLOSED', { status: row.status })
  const answer = (priority: number) => ({ ticketId: row.ticketId, priority })
  if (row.requesterId === person.personId) return answer(row.priority)
  const joined = await db
    .insertInto('ticketFollower')
    .values({ orgId, ticketId: row.ticketId, personId: person.personId, at: new Date(now) })
    .onConflict((known) => known.doNothing())
    .returning('personId')
    .executeTakeFirst()
  if (!joined) return answer(row.priority)
  const priority = await recountPeople(db, orgId, row.ticketId)
  await record(asked, held, { kind: 'joined', data: { priority } })
  asked.note({ ticketId: row.ticketId, priority })
  return answer(priority)
})
