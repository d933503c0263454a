import { getRepairSetting } from '../../contract/repair-catalog'
import { keeper } from '../keeper'
import { catalogOf } from './catalog'

export default keeper(getRepairSetting, async (_input, asked) => (await catalogOf(asked)).setting)
