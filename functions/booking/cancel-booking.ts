import { cancelBooking } from '../../contract/booking'
import { isRoomKeeper, mayCancel } from '../../contract/booking-rules'
import { dayOf, formatClock, formatDayLong } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { type BookingRow, bookingOf, findBooking, isOwn } from './booking-rows'
import { storedRules } from './stored-rules'

export default keeper(cancelBooking, async ({ bookingId, reason }, asked) => {
  const row = await findBooking(asked, bookingId)
  if (!row) return refuse('NO_SUCH_BOOKING')
  const isSteward = isRoomKeeper(asked.person.duties)
  if (!isOwn(row, asked.person.personId) && !isSteward) return refuse('NOT_YOURS')
  const times = { startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }
  if (row.status !== 'confirmed' || times.endsAt <= asked.now) return refuse('BOOKING_OVER')
  if (!mayCancel(times, storedRules(row), isSteward, asked.now)) return refuse('TOO_LATE_TO_CANCEL')
  const cancelled = await asked.db
    .updateTable('booking')
    .set({ status: 'cancelled', cancelReason: reason })
    .where('orgId', '=', asked.orgId)
    .where('bookingId', '=', bookingId)
    .where('status', '=', 'confirmed')
    .returning('bookingId')
    .executeTakeFirst()
  if (!cancelled) return refuse('BOOKING_OVER')
  if (row.organizerId !== asked.person.personId) await tellOrganizer(row, reason)
  asked.note({ bookingId, reason, roomId: row.roomId })
  return bookingOf({ ...row, status: 'cancelled' }, asked.person.zone)

  async function tellOrganizer(of: BookingRow, why: string): Promise<void> {
    const { zone } = asked.person
    const when = `${formatDayLong(dayOf(of.startsAt.getTime(), zone))} ${formatClock(of.startsAt.getTime(), zone)}`
    await asked.db
      .insertInto('notice')
      .values({
        orgId: asked.orgId,
        noticeId: newId(asked.now),
        personId: of.organizerId,
        title: '您的会议室预订已被取消',
        body: `${when} ${of.roomName}「${of.purpose}」由 ${asked.person.name} 取消。${why ? `原因：${why}` : ''}`,
        path: `/features/booking/booking?bookingId=${of.bookingId}`,
        createdAt: new Date(asked.now),
      })
      .execute()
  }
})
