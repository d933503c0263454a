import { saveRepairSetting } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(saveRepairSetting, async () => {
  throw new Error('repair.saveRepairSetting has no keeper yet')
})
