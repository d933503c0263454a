import { getRepairReport } from '../../contract/repair-report'
import { keeper } from '../keeper'

export default keeper(getRepairReport, async () => {
  throw new Error('repair.getRepairReport has no keeper yet')
})
