import { getDish, type Price } from '../../contract/canteen'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { readMenuDishes } from './dish-rows'
import { readDistribution, readRateable, readUpcoming } from './dish-servings'

export default keeper(getDish, async ({ dishId }, asked) => {
  const { db, orgId, person } = asked
  const [dish] = await readMenuDishes(asked, [dishId])
  if (!dish) return refuse('NO_SUCH_DISH')
  const { ingredients, note, prices, confirmedAt } = await db
    .selectFrom('dish')
    .select(['ingredients', 'note', 'prices', 'confirmedAt'])
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .executeTakeFirstOrThrow()
  const rateable = await readRateable(asked, dishId)
  return {
    ...dish,
    ingredients,
    note,
    prices: prices as unknown as Price[],
    ...(confirmedAt ? { confirmedAt: formatInstant(confirmedAt.getTime(), person.zone) } : {}),
    distribution: await readDistribution(asked, dishId),
    upcoming: await readUpcoming(asked, dishId),
    ...(rateable ? { rateable } : {}),
  }
})
