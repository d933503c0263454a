import { checkIn } from '../../contract/booking-door'
import { checkInWindow, mayCheckIn } from '../../contract/booking-rules'
import { formatInstant } from '../../contract/zone'
import { behindDoor } from '../door'
import { keeper, refuse } from '../keeper'
import { bookingOf, bookingRows } from './booking-rows'

const minuteMs = 60_000

export default keeper(checkIn, async ({ token }, asked) => {
  const { db, orgId, now, person } = asked
  const roomId = await behindDoor(asked, token)
  if (!roomId) return refuse('NO_SUCH_DOOR')
  // my meetings here that have not ended, soonest first: one that may be checked in wins over those before and after
  const rows = await bookingRows(db)
    .where('b.orgId', '=', orgId)
    .where('b.roomId', '=', roomId)
    .where('b.status', '=', 'confirmed')
    .where('b.endsAt', '>', new Date(now))
    .where('b.startsAt', '<', new Date(now + 24 * 60 * minuteMs))
    .where((is) => is.or([is('b.organizerId', '=', person.personId), is('b.bookedById', '=', person.personId)]))
    .orderBy('b.startsAt')
    .execute()
  const row = rows.find((r) => mayCheckIn(r.startsAt.getTime(), now)) ?? rows[0]
  if (!row) return refuse('NO_BOOKING_NOW')
  const startsAt = row.startsAt.getTime()
  if (now < startsAt - checkInWindow.beforeMinutes * minuteMs) {
    return refuse('TOO_EARLY', { from: formatInstant(startsAt - checkInWindow.beforeMinutes * minuteMs, person.zone) })
  }
  if (row.checkedInAt) return bookingOf(row, person.zone)
  if (!mayCheckIn(startsAt, now)) return refuse('TOO_LATE')
  await db
    .updateTable('booking')
    .set({ checkedInAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('bookingId', '=', row.bookingId)
    .where('checkedInAt', 'is', null)
    .execute()
  asked.note({ bookingId: row.bookingId })
  return bookingOf({ ...row, checkedInAt: new Date(now) }, person.zone)
})
