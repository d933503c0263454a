import { reportDelay } from '../../contract/shuttle-fleet'
import { keeper } from '../keeper'

export default keeper(reportDelay, () => {
  throw new Error('PLACEHOLDER')
})
