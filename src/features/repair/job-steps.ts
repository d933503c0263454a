import type { Ticket } from '../../../contract/repair'
import { isOpen, type TicketAct } from '../../../contract/repair-lifecycle'

/** What opens a sheet on the ticket's page; the other acts are done with one tap. */
export type JobSheet = 'more' | 'bounce' | 'transfer' | 'assign' | 'plan' | 'hang' | 'finish' | 'refuse' | 'classify'
export type TapAct = 'grab' | 'accept' | 'start' | 'resume'
export type JobStep = { act: TapAct } | { sheet: JobSheet }

const may = (ticket: Ticket, act: TicketAct) => ticket.acts.indexOf(act) >= 0
const isTheirs = ({ roles }: Ticket) =>
  roles.some((role) => role === 'assignee' || role === 'dispatcher' || role === 'manager')
const isAssignee = ({ roles }: Ticket) => roles.indexOf('assignee') >= 0

/** The next step of the ticket for the asker, for the large button; undefined when only the sheet has something. */
export function mainStepOf(ticket: Ticket): JobStep | undefined {
  if (may(ticket, 'accept')) return { act: 'accept' }
  if (may(ticket, 'start')) return { act: 'start' }
  if (isAssignee(ticket) && may(ticket, 'resume')) return { act: 'resume' }
  if (isAssignee(ticket) && ticket.status === 'working' && may(ticket, 'finish')) return { sheet: 'finish' }
  if (ticket.status === 'new' && may(ticket, 'assign')) return { sheet: 'assign' }
  if (may(ticket, 'grab')) return { act: 'grab' }
  return undefined
}

const isSame = (a: JobStep, b: JobStep | undefined) =>
  b !== undefined && ('act' in a ? 'act' in b && a.act === b.act : 'sheet' in b && a.sheet === b.sheet)

/** Everything else the asker may do, in the order in which it is usually needed. */
export function otherStepsOf(ticket: Ticket): JobStep[] {
  const amends = isTheirs(ticket) && ticket.mergedIntoId === undefined
  const hasPlan = amends && ['accepted', 'working', 'hung'].indexOf(ticket.status) >= 0
  const steps: (JobStep | false)[] = [
    may(ticket, 'grab') && { act: 'grab' },
    may(ticket, 'assign') && { sheet: 'assign' },
    hasPlan && { sheet: 'plan' },
    may(ticket, 'hang') && { sheet: 'hang' },
    may(ticket, 'resume') && { act: 'resume' },
    may(ticket, 'finish') && { sheet: 'finish' },
    may(ticket, 'transfer') && { sheet: 'transfer' },
    may(ticket, 'bounce') && { sheet: 'bounce' },
    amends && isOpen(ticket.status) && { sheet: 'classify' },
    may(ticket, 'refuse') && { sheet: 'refuse' },
  ]
  const main = mainStepOf(ticket)
  return steps.filter((step): step is JobStep => step !== false && !isSame(step, main))
}

/** The number to call while handling it: whole only for whoever handles it; masked ones are none. */
export function numberToCall({ phone }: Ticket): string | undefined {
  return /^\+?[\d\s-]{5,}$/.test(phone) ? phone : undefined
}
