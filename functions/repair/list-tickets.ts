import { listTickets } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(listTickets, async () => {
  throw new Error('repair.listTickets has no keeper yet')
})
