import { renewDoorCode } from '../../contract/booking-door'
import { keeper, refuse } from '../keeper'
import { giveDoorCode } from '../new-door-code'
import { lockRooms } from './lock-rooms'
import { findRoomRecord } from './room-records'

export default keeper(renewDoorCode, async ({ roomId }, asked) => {
  await lockRooms(asked, [roomId])
  if (!(await findRoomRecord(asked, roomId))) return refuse('NO_SUCH_ROOM')
  await asked.db
    .updateTable('doorCode')
    .set({ revokedAt: new Date(asked.now) })
    .where('orgId', '=', asked.orgId)
    .where('placeId', '=', roomId)
    .where('assetId', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  return { roomId, ...(await giveDoorCode(asked, roomId)) }
})
