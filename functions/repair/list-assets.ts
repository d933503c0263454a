import { listAssets } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(listAssets, async () => {
  throw new Error('repair.listAssets has no keeper yet')
})
