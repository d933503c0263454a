import { unmergeTicket } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(unmergeTicket, async () => {
  throw new Error('repair.unmergeTicket has no keeper yet')
})
