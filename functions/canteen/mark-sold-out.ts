import { markSoldOut } from '../../contract/canteen-headcount'
import { keeper, refuse } from '../keeper'

export default keeper(markSoldOut, async ({ servingId, isSoldOut }, { db, orgId, now }) => {
  const marked = await db
    .updateTable('serving')
    // said twice, the first moment stays
    .set((is) => ({ soldOutAt: isSoldOut ? is.fn.coalesce('soldOutAt', is.val(new Date(now))) : null }))
    .where('orgId', '=', orgId)
    .where('servingId', '=', servingId)
    .where('removedAt', 'is', null)
    .returning('servingId')
    .executeTakeFirst()
  return marked ? { servingId, isSoldOut } : refuse('NO_SUCH_SERVING')
})
