import { refuseTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'
import { takesUnowned } from './accountable'
import { moveTicket } from './move-ticket'

export default keeper(refuseTicket, ({ ticketId, reason }, asked) =>
  moveTicket(asked, ticketId, 'refuse', ({ row }) => ({ data: { reason }, patch: takesUnowned(row, asked) })),
)
