import { saveShuttleNotice } from '../../contract/shuttle-fleet'
import { keeper } from '../keeper'

export default keeper(saveShuttleNotice, () => {
  throw new Error('PLACEHOLDER')
})
