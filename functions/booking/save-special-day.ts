import { saveSpecialDay } from '../../contract/booking-rooms'
import { keeper } from '../keeper'
import { touchDirectory } from '../touch-directory'

export default keeper(saveSpecialDay, async ({ day, isOffDay, name }, { db, orgId }) => {
  if (isOffDay === null) {
    await db.deleteFrom('specialDay').where('orgId', '=', orgId).where('day', '=', day).execute()
  } else {
    await db
      .insertInto('specialDay')
      .values({ orgId, day, isOffDay, name })
      .onConflict((c) => c.columns(['orgId', 'day']).doUpdateSet({ isOffDay, name }))
      .execute()
  }
  // wishes judged by the old calendar must be judged again
  await db
    .updateTable('room')
    .set((is) => ({ revision: is('revision', '+', 1) }))
    .where('orgId', '=', orgId)
    .execute()
  await touchDirectory(db, orgId)
  return { day }
})
