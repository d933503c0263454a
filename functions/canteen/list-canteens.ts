import { listCanteens } from '../../contract/canteen-dishes'
import { dayOf } from '../../contract/zone'
import { keeper } from '../keeper'
import { readCanteens } from './canteen-records'

export default keeper(listCanteens, async ({ withRetired }, asked) => ({
  canteens: await readCanteens(asked, { withRetired }),
  today: dayOf(asked.now, asked.person.zone),
}))
