import { sql } from 'kysely'
import { changeBooking } from '../../contract/booking'
import { checkHours, checkWish, isRoomKeeper, type Wish } from '../../contract/booking-rules'
import type { AskedOf } from '../../contract/procedure'
import { parseInstant } from '../../contract/zone'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type BookingRow, bookingOf, findBooking, isOwn } from './booking-rows'
import { lockRooms } from './lock-rooms'
import { organizerOf } from './organizer'
import { type RoomEntry, roomDirectory, settingOf, wisherOf } from './room-directory'
import { nearestWays } from './ways'

const minuteMs = 60_000
const exclusionViolation = '23P01'

/** The booking's times as wished; what is not given stays. Epoch ms. */
function wishOf(row: BookingRow, input: AskedOf<typeof changeBooking>): Wish {
  return {
    startsAt: input.startsAt === undefined ? row.startsAt.getTime() : (parseInstant(input.startsAt) ?? 0),
    endsAt: input.endsAt === undefined ? row.endsAt.getTime() : (parseInstant(input.endsAt) ?? 0),
    attendeeCount: input.attendeeCount ?? row.attendeeCount,
  }
}

/** Writes the new times; false when somebody else has the room then. */
async function isWritten(
  asked: AskedByPerson,
  input: AskedOf<typeof changeBooking>,
  room: RoomEntry,
  wish: Wish,
): Promise<boolean> {
  // a refused UPDATE would end the transaction, and the ways still have to be looked for in it
  await sql`SAVEPOINT change`.execute(asked.db)
  try {
    await asked.db
      .updateTable('booking')
      .set({
        roomId: room.roomId,
        startsAt: new Date(wish.startsAt),
        endsAt: new Date(wish.endsAt),
        freeAt: new Date(wish.endsAt + room.rules.turnoverMinutes * minuteMs),
        attendeeCount: wish.attendeeCount,
        purpose: input.purpose,
        layout: input.layout,
        tea: input.tea,
        equipment: input.equipment,
        note: input.note,
      })
      .where('orgId', '=', asked.orgId)
      .where('bookingId', '=', input.bookingId)
      .execute()
    return true
  } catch (cause) {
    if ((cause as { code?: string }).code !== exclusionViolation) throw cause
    await sql`ROLLBACK TO SAVEPOINT change`.execute(asked.db)
    return false
  }
}

export default keeper(changeBooking, async (input, asked) => {
  const seen = await findBooking(asked, input.bookingId)
  if (!seen) return refuse('NO_SUCH_BOOKING')
  if (!isOwn(seen, asked.person.personId) && !isRoomKeeper(asked.person.duties)) return refuse('NOT_YOURS')
  await lockRooms(asked, [seen.roomId, input.roomId ?? seen.roomId])
  // read again: it may have changed while the lock was awaited
  const row = await findBooking(asked, input.bookingId)
  if (row?.status !== 'confirmed' || row.endsAt.getTime() <= asked.now) return refuse('BOOKING_OVER')

  const directory = await roomDirectory(asked)
  const room = directory.byId.get(input.roomId ?? row.roomId)
  if (!room) return refuse('NO_SUCH_ROOM')
  const organizer = await organizerOf(asked, row.organizerId)
  const wisher = wisherOf({ departmentIds: organizer?.departmentIds ?? [], duties: asked.person.duties })
  const setting = settingOf(directory, asked.person, asked.now)
  const wish = wishOf(row, input)
  const hasBegun = row.startsAt.getTime() <= asked.now
  const keepsPlace = room.roomId === row.roomId && wish.startsAt === row.startsAt.getTime()
  const isNoLonger = wish.endsAt <= row.endsAt.getTime() && wish.attendeeCount <= row.attendeeCount
  if (wish.endsAt <= wish.startsAt) return refuse('ENDS_BEFORE_START')
  if (hasBegun && (!keepsPlace || wish.endsAt < asked.now - minuteMs)) return refuse('IN_THE_PAST')
  const isSameStretch = keepsPlace && isNoLonger && (hasBegun || wish.endsAt === row.endsAt.getTime())
  if (!isSameStretch) {
    const refusal = (hasBegun ? checkHours : checkWish)(room.rules, wisher, wish, setting)
    if (refusal) return refuse(refusal)
  }
  if (!(await isWritten(asked, input, room, wish))) {
    const missed = { ...wish, room, equipment: input.equipment ?? [], exceptBookingId: input.bookingId }
    return refuse('ROOM_TAKEN', { ways: await nearestWays(asked, missed, { directory, wisher, setting }) })
  }
  const changed = await findBooking(asked, input.bookingId)
  if (!changed) throw new Error('a booking just changed is not there')
  asked.note({ ...input, wasRoomId: row.roomId, wasStartsAt: row.startsAt, wasEndsAt: row.endsAt })
  return bookingOf(changed, asked.person.zone)
})
