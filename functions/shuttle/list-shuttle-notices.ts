import { listShuttleNotices } from '../../contract/shuttle-fleet'
import { keeper } from '../keeper'

export default keeper(listShuttleNotices, () => {
  throw new Error('PLACEHOLDER')
})
