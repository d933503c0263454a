import { listJobs } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(listJobs, async () => {
  throw new Error('repair.listJobs has no keeper yet')
})
