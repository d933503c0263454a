import { grabTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'
import { takesOver } from './accountable'
import { moveTicket } from './move-ticket'

export default keeper(grabTicket, ({ ticketId }, asked) => {
  const { personId, name } = asked.person
  return moveTicket(asked, ticketId, 'grab', ({ row }) => ({
    data: { toPersonId: personId, toName: name },
    patch: { assigneeId: personId, ...takesOver(row, asked) },
  }))
})
