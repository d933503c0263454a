import { joinTicket } from '../../contract/repair'
import { keeper } from '../keeper'

export default keeper(joinTicket, async () => {
  throw new Error('repair.joinTicket has no keeper yet')
})
