import { transferTicket } from '../../contract/repair-work'
import { keeper, refuse } from '../keeper'
import { moveTicket } from './move-ticket'
import { technicianNamed } from './to-technician'

export default keeper(transferTicket, ({ ticketId, toPersonId, reason }, asked) =>
  moveTicket(asked, ticketId, 'transfer', async () => {
    const to = await technicianNamed(asked, toPersonId)
    if (!to) return refuse('NOT_A_TECHNICIAN')
    return { data: { ...to, reason }, patch: { assigneeId: toPersonId, hangReason: '', promisedOn: null } }
  }),
)
