import { listPlaceRecords } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(listPlaceRecords, async () => {
  throw new Error('repair.listPlaceRecords has no keeper yet')
})
