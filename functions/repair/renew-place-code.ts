import { renewPlaceCode } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(renewPlaceCode, async () => {
  throw new Error('repair.renewPlaceCode has no keeper yet')
})
