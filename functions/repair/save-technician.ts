import { saveTechnician } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(saveTechnician, async () => {
  throw new Error('repair.saveTechnician has no keeper yet')
})
