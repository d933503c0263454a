import { classifyTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(classifyTicket, async () => {
  throw new Error('repair.classifyTicket has no keeper yet')
})
