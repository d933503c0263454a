import { transferTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(transferTicket, async () => {
  throw new Error('repair.transferTicket has no keeper yet')
})
