import { startTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(startTicket, async () => {
  throw new Error('repair.startTicket has no keeper yet')
})
