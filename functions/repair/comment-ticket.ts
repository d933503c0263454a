import { commentTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(commentTicket, async () => {
  throw new Error('repair.commentTicket has no keeper yet')
})
