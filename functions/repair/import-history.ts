import { importHistory } from '../../contract/repair-report'
import { keeper } from '../keeper'

export default keeper(importHistory, async () => {
  throw new Error('repair.importHistory has no keeper yet')
})
