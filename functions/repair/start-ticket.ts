import { startTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'
import { moveTicket } from './move-ticket'

export default keeper(startTicket, ({ ticketId }, asked) => moveTicket(asked, ticketId, 'start'))
