import { saveAsset } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(saveAsset, async () => {
  throw new Error('repair.saveAsset has no keeper yet')
})
