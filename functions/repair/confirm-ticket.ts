import { confirmTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(confirmTicket, async () => {
  throw new Error('repair.confirmTicket has no keeper yet')
})
