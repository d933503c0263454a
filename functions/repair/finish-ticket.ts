import { finishTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(finishTicket, async () => {
  throw new Error('repair.finishTicket has no keeper yet')
})
