import { rateTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(rateTicket, async () => {
  throw new Error('repair.rateTicket has no keeper yet')
})
