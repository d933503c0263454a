import { assignTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(assignTicket, async () => {
  throw new Error('repair.assignTicket has no keeper yet')
})
