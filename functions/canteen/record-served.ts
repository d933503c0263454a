import { recordServed } from '../../contract/canteen-headcount'
import { keeper, refuse } from '../keeper'

export default keeper(recordServed, async ({ sittingId, served, leftoverKg }, { db, orgId, now }) => {
  const sitting = await db
    .selectFrom('sitting')
    .select('opensAt')
    .where('orgId', '=', orgId)
    .where('sittingId', '=', sittingId)
    .where('removedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!sitting) return refuse('NO_SUCH_SITTING')
  if (now < sitting.opensAt.getTime()) return refuse('NOT_YET_OPEN')
  await db
    .updateTable('sitting')
    .set({ served, leftoverKg: leftoverKg ?? null })
    .where('orgId', '=', orgId)
    .where('sittingId', '=', sittingId)
    .execute()
  return { sittingId, served, ...(leftoverKg === undefined ? {} : { leftoverKg }) }
})
