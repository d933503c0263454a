import { listVisits } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(listVisits, async () => {
  throw new Error('repair.listVisits has no keeper yet')
})
