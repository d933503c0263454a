import { hangTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(hangTicket, async () => {
  throw new Error('repair.hangTicket has no keeper yet')
})
