import { previewHistory } from '../../contract/repair-report'
import { keeper } from '../keeper'

export default keeper(previewHistory, async () => {
  throw new Error('repair.previewHistory has no keeper yet')
})
