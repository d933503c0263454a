import { refuseTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(refuseTicket, async () => {
  throw new Error('repair.refuseTicket has no keeper yet')
})
