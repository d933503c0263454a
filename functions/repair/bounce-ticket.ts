import { bounceTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(bounceTicket, async () => {
  throw new Error('repair.bounceTicket has no keeper yet')
})
