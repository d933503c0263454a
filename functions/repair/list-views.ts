import { listViews } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(listViews, async () => {
  throw new Error('repair.listViews has no keeper yet')
})
