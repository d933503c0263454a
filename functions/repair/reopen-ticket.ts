import { reopenTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(reopenTicket, async () => {
  throw new Error('repair.reopenTicket has no keeper yet')
})
