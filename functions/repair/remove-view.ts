import { removeView } from '../../contract/repair-desk'
import { keeper, refuse } from '../keeper'

export default keeper(removeView, async ({ viewId }, { db, orgId, person }) => {
  const removed = await db
    .deleteFrom('boardView')
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .where('viewId', '=', viewId)
    .returning('viewId')
    .executeTakeFirst()
  return removed ?? refuse('NO_SUCH_VIEW')
})
