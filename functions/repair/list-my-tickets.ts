import { listMyTickets } from '../../contract/repair'
import { keeper } from '../keeper'

export default keeper(listMyTickets, async () => {
  throw new Error('repair.listMyTickets has no keeper yet')
})
