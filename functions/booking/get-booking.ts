import { getBooking } from '../../contract/booking'
import { isRoomKeeper } from '../../contract/booking-rules'
import { keeper, refuse } from '../keeper'
import { bookingOf, findBooking, isOwn } from './booking-rows'
import { roomDirectory, shownRoom } from './room-directory'
import { findRoomRecord } from './room-records'

export default keeper(getBooking, async ({ bookingId }, asked) => {
  const row = await findBooking(asked, bookingId)
  if (!row) return refuse('NO_SUCH_BOOKING')
  if (!isOwn(row, asked.person.personId) && !isRoomKeeper(asked.person.duties)) return refuse('NOT_YOURS')
  const entry = (await roomDirectory(asked)).byId.get(row.roomId)
  // a retired room has left the directory, but its bookings can still be looked at
  const room = entry ? shownRoom(entry) : (await findRoomRecord(asked, row.roomId))?.room
  if (!room) throw new Error('a booking without a room')
  return { booking: bookingOf(row, asked.person.zone), room }
})
