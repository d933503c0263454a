import { assignTicket } from '../../contract/repair-work'
import { keeper, refuse } from '../keeper'
import { takesUnowned } from './accountable'
import { moveTicket } from './move-ticket'
import { technicianNamed } from './to-technician'

export default keeper(assignTicket, ({ ticketId, toPersonId }, asked) =>
  moveTicket(asked, ticketId, 'assign', async ({ row }) => {
    const to = await technicianNamed(asked, toPersonId)
    if (!to) return refuse('NOT_A_TECHNICIAN')
    return { data: to, patch: { assigneeId: toPersonId, ...takesUnowned(row, asked) } }
  }),
)
