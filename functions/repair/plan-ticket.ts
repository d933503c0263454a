import { planTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(planTicket, async () => {
  throw new Error('repair.planTicket has no keeper yet')
})
