import { findStops } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(findStops, () => {
  throw new Error('PLACEHOLDER')
})
