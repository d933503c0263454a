import { listTechnicians } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(listTechnicians, async () => {
  throw new Error('repair.listTechnicians has no keeper yet')
})
