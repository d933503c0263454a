import { markFavourite } from '../../contract/canteen'
import { keeper, refuse } from '../keeper'

export default keeper(markFavourite, async ({ dishId, isFavourite }, { db, orgId, now, person, note }) => {
  const dish = await db
    .selectFrom('dish')
    .select('name')
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .executeTakeFirst()
  if (!dish) return refuse('NO_SUCH_DISH')
  const { personId } = person
  if (isFavourite) {
    await db
      .insertInto('dishFavourite')
      .values({ orgId, personId, dishId, at: new Date(now) })
      .onConflict((c) => c.doNothing())
      .execute()
  } else {
    await db
      .deleteFrom('dishFavourite')
      .where('orgId', '=', orgId)
      .where('personId', '=', personId)
      .where('dishId', '=', dishId)
      .execute()
  }
  note({ dishId, name: dish.name, isFavourite })
  return { dishId, isFavourite }
})
