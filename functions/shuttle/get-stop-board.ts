import { getStopBoard } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(getStopBoard, () => {
  throw new Error('PLACEHOLDER')
})
