import { findTrips } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(findTrips, () => {
  throw new Error('PLACEHOLDER')
})
