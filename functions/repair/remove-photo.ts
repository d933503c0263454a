import { removePhoto } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(removePhoto, async () => {
  throw new Error('repair.removePhoto has no keeper yet')
})
