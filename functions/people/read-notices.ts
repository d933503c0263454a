import { readNotices } from '../../contract/people'
import { keeper } from '../keeper'

export default keeper(readNotices, async (_input, { db, now, orgId, person }) => {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ readAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { read: Number(numUpdatedRows) }
})
