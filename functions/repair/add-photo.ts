import { addPhoto } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(addPhoto, async () => {
  throw new Error('repair.addPhoto has no keeper yet')
})
