import { getRepairSetting } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(getRepairSetting, async () => {
  throw new Error('repair.getRepairSetting has no keeper yet')
})
