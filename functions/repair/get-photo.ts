import { getPhoto } from '../../contract/repair-requester'
import { keeper } from '../keeper'

export default keeper(getPhoto, async () => {
  throw new Error('repair.getPhoto has no keeper yet')
})
