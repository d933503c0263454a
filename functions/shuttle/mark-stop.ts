import { markStop } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(markStop, () => {
  throw new Error('PLACEHOLDER')
})
