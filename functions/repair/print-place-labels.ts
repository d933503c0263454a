import { printPlaceLabels } from '../../contract/repair-catalog'
import { keeper } from '../keeper'

export default keeper(printPlaceLabels, async () => {
  throw new Error('repair.printPlaceLabels has no keeper yet')
})
