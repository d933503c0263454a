import { savePlaceRecord } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(savePlaceRecord, async () => {
  throw new Error('repair.savePlaceRecord has no keeper yet')
})
