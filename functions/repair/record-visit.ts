import { recordVisit } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(recordVisit, async () => {
  throw new Error('repair.recordVisit has no keeper yet')
})
