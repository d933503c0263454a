import { mergeTicket } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(mergeTicket, async () => {
  throw new Error('repair.mergeTicket has no keeper yet')
})
