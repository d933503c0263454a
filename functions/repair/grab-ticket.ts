import { grabTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(grabTicket, async () => {
  throw new Error('repair.grabTicket has no keeper yet')
})
