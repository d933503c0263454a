import { listMyBookings } from '../../contract/booking'
import { formatInstant } from '../../contract/zone'
import { keeper } from '../keeper'
import { bookingOf, bookingRows } from './booking-rows'

/** A position in the list: start and id of the last booking shown. */
function parseCursor(cursor: string | undefined): { at: Date; bookingId: string } | undefined {
  const [ms, bookingId] = (cursor ?? '').split('_')
  return ms && /^\d{1,15}$/.test(ms) && bookingId && /^[0-9a-f-]{36}$/.test(bookingId)
    ? { at: new Date(Number(ms)), bookingId }
    : undefined
}

export default keeper(listMyBookings, async ({ when, cursor, limit }, asked) => {
  const { personId, zone } = asked.person
  const now = new Date(asked.now)
  const after = parseCursor(cursor)
  const isComing = when === 'coming'
  const rows = await bookingRows(asked.db)
    .where('b.orgId', '=', asked.orgId)
    .where((is) => is.or([is('b.organizerId', '=', personId), is('b.bookedById', '=', personId)]))
    .where((is) =>
      isComing
        ? is.and([is('b.endsAt', '>', now), is('b.status', '=', 'confirmed')])
        : is.or([is('b.endsAt', '<=', now), is('b.status', '=', 'cancelled')]),
    )
    .$if(after !== undefined, (rows) =>
      rows.where((is) =>
        is(
          is.refTuple('b.startsAt', 'b.bookingId'),
          isComing ? '>' : '<',
          is.tuple(after?.at ?? now, after?.bookingId ?? ''),
        ),
      ),
    )
    .orderBy('b.startsAt', isComing ? 'asc' : 'desc')
    .orderBy('b.bookingId', isComing ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => bookingOf(row, zone)),
    now: formatInstant(asked.now, zone),
    nextCursor: rows.length > limit && last ? `${last.startsAt.getTime()}_${last.bookingId}` : undefined,
  }
})
