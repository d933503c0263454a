import { suggestTechnicians } from '../../contract/repair-work'
import { keeper } from '../keeper'

export default keeper(suggestTechnicians, async () => {
  throw new Error('repair.suggestTechnicians has no keeper yet')
})
