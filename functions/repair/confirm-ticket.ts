import { confirmTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'
import { moveTicket } from './move-ticket'

export default keeper(confirmTicket, ({ ticketId }, asked) => moveTicket(asked, ticketId, 'confirm'))
