import { acceptTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'
import { takesOver } from './accountable'
import { moveTicket } from './move-ticket'

export default keeper(acceptTicket, ({ ticketId }, asked) =>
  moveTicket(asked, ticketId, 'accept', ({ row }) => ({ patch: takesOver(row, asked) })),
)
