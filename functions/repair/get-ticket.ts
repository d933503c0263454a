import { getTicket } from '../../contract/repair'
import { keeper, refuse } from '../keeper'
import { seeTicket } from './see-ticket'
import { ticketView } from './ticket-view'

export default keeper(getTicket, async ({ ticketId }, asked) => {
  const seen = await seeTicket(asked, ticketId)
  return seen ? ticketView(asked, seen) : refuse('NO_SUCH_TICKET')
})
