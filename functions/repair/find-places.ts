import { findPlaces } from '../../contract/repair-places'
import { keeper } from '../keeper'

export default keeper(findPlaces, async () => {
  throw new Error('repair.findPlaces has no keeper yet')
})
