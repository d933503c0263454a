import { saveView } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(saveView, async () => {
  throw new Error('repair.saveView has no keeper yet')
})
