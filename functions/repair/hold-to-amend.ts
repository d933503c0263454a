import type { TicketStatus } from '../../contract/repair-lifecycle'
import type { moveRefusals } from '../../contract/repair-requester'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'
import { type Held, holdTicket, statusOf } from './hold-ticket'

/**
 * Holds a ticket for something that leaves its status as it is: for whoever has it and for the desk, in these statuses,
 * and not when it was merged into another.
 */
export async function holdToAmend(
  asked: AskedByPerson,
  ticketId: string,
  statuses: readonly TicketStatus[],
): Promise<Held | Refusal<(typeof moveRefusals)[number]>> {
  const held = await holdTicket(asked, ticketId)
  if (!held) return refuse('NO_SUCH_TICKET')
  const { row, roles } = held
  const isTheirs = roles.some((role) => role === 'assignee' || role === 'dispatcher' || role === 'manager')
  // whoever has nothing to do with it is not told how it stands
  if (!isTheirs) return refuse('NOT_YOURS', roles.length > 0 ? { status: row.status } : undefined)
  if (row.mergedInto) return refuse('WRONG_STATUS', { status: row.status, isMerged: true })
  return statuses.includes(statusOf(row)) ? held : refuse('WRONG_STATUS', { status: row.status })
}
