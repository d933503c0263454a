import { listCategories } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(listCategories, async () => {
  throw new Error('repair.listCategories has no keeper yet')
})
