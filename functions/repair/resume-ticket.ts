import { resumeTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'
import { moveTicket } from './move-ticket'

export default keeper(resumeTicket, ({ ticketId }, asked) =>
  moveTicket(asked, ticketId, 'resume', () => ({ patch: { hangReason: '', promisedOn: null } })),
)
