import { getCanteenSetting } from '../../contract/canteen-feedback'
import { keeper } from '../keeper'
import { readCanteenSetting } from './setting-rows'

export default keeper(getCanteenSetting, async (_input, asked) => readCanteenSetting(asked))
