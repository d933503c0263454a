import { exportTickets } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(exportTickets, async () => {
  throw new Error('repair.exportTickets has no keeper yet')
})
