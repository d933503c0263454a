import { lookAtPlace } from '../../contract/repair-places'
import { keeper } from '../keeper'

export default keeper(lookAtPlace, async () => {
  throw new Error('repair.lookAtPlace has no keeper yet')
})
