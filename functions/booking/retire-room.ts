import { retireRoom } from '../../contract/booking-rooms'
import { keeper, refuse } from '../keeper'
import { touchDirectory } from '../touch-directory'
import { lockRooms } from './lock-rooms'
import { findRoomRecord } from './room-records'

export default keeper(retireRoom, async ({ roomId, isRetired }, asked) => {
  const { db, orgId } = asked
  await lockRooms(asked, [roomId])
  if (!(await findRoomRecord(asked, roomId))) return refuse('NO_SUCH_ROOM')
  const { coming } = await db
    .selectFrom('booking')
    .select((is) => is.fn.countAll<number>().as('coming'))
    .where('orgId', '=', orgId)
    .where('roomId', '=', roomId)
    .where('status', '=', 'confirmed')
    .where('endsAt', '>', new Date(asked.now))
    .executeTakeFirstOrThrow()
  if (isRetired && coming > 0) return refuse('HAS_COMING_BOOKINGS', { coming })
  await db
    .updateTable('room')
    .set((is) => ({ isRetired, revision: is('revision', '+', 1) }))
    .where('orgId', '=', orgId)
    .where('roomId', '=', roomId)
    .execute()
  await touchDirectory(db, orgId)
  return { roomId, isRetired }
})
