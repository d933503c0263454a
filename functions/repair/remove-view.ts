import { removeView } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(removeView, async () => {
  throw new Error('repair.removeView has no keeper yet')
})
