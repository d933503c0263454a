import { cancelTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(cancelTicket, async () => {
  throw new Error('repair.cancelTicket has no keeper yet')
})
