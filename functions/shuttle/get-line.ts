import { getLine } from '../../contract/shuttle'
import { keeper } from '../keeper'

export default keeper(getLine, () => {
  throw new Error('PLACEHOLDER')
})
