import { acceptTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(acceptTicket, async () => {
  throw new Error('repair.acceptTicket has no keeper yet')
})
