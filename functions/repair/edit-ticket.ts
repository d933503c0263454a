import { editTicket } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(editTicket, async () => {
  throw new Error('repair.editTicket has no keeper yet')
})
