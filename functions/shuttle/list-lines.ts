import { listLines } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(listLines, () => {
  throw new Error('PLACEHOLDER')
})
