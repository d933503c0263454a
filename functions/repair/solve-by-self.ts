import { solveBySelf } from '../../contract/repair'
import { keeper } from '../keeper'

export default keeper(solveBySelf, async () => {
  throw new Error('repair.solveBySelf has no keeper yet')
})
