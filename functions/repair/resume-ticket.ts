import { resumeTicket } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(resumeTicket, async () => {
  throw new Error('repair.resumeTicket has no keeper yet')
})
