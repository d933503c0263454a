import { getTicket } from '../../contract/repair'
import { keeper } from '../keeper'

export default keeper(getTicket, async () => {
  throw new Error('repair.getTicket has no keeper yet')
})
