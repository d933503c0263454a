import { listTechnicians } from '../../contract/repair-catalog'
import { keeper } from '../keeper'
import { catalogOf } from './catalog'
import { readTechnicians } from './technician-rows'

export default keeper(listTechnicians, async (_input, asked) => {
  const { categories } = await catalogOf(asked)
  const technicians = await readTechnicians(asked)
  const wanted = categories.filter(({ isRetired, skill }) => !isRetired && skill !== '').map(({ skill }) => skill)
  const skills = [...new Set([...wanted, ...technicians.flatMap((technician) => technician.skills)])]
  return { technicians, skills }
})
