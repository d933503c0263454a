import { getBoard } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(getBoard, async () => {
  throw new Error('repair.getBoard has no keeper yet')
})
