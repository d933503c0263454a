import { saveCategory } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(saveCategory, async () => {
  throw new Error('repair.saveCategory has no keeper yet')
})
