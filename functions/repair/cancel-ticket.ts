import { cancelTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'
import { moveTicket } from './move-ticket'

export default keeper(cancelTicket, ({ ticketId, reason }, asked) =>
  moveTicket(asked, ticketId, 'cancel', () => ({ data: { reason } })),
)
