import { exportRepairReport } from '../../contract/repair-report'
import { keeper } from '../keeper'

export default keeper(exportRepairReport, async () => {
  throw new Error('repair.exportRepairReport has no keeper yet')
})
