import { type Booking, reserveRoom } from '../../contract/booking'
import { checkWish, mayBookForOthers } from '../../contract/booking-rules'
import type { AskedOf } from '../../contract/procedure'
import { formatInstant, parseInstant } from '../../contract/zone'
import { type AskedToDecide, decisiveKeeper, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import { newId } from '../secrets'
import { type Organizer, organizerOf } from './organizer'
import { type JudgedWish, reserveTogether } from './reserve-together'
import { keptRoomDirectory, placeOf, type RoomEntry, roomDirectory, settingOf, wisherOf } from './room-directory'
import { nearestWays } from './ways'

const minuteMs = 60_000

/** What the answer will be when the room is still free; written before, so that one statement can keep both. */
function bookingFor(
  input: AskedOf<typeof reserveRoom>,
  room: RoomEntry,
  organizer: Organizer,
  asked: AskedToDecide,
  times: { startsAt: number; endsAt: number },
): Booking {
  const { person, now } = asked
  return {
    bookingId: newId(now),
    roomId: room.roomId,
    roomName: room.name,
    place: placeOf(room),
    startsAt: formatInstant(times.startsAt, person.zone),
    endsAt: formatInstant(times.endsAt, person.zone),
    purpose: input.purpose,
    attendeeCount: input.attendeeCount,
    ...(input.layout ? { layout: input.layout } : {}),
    tea: input.tea,
    equipment: input.equipment,
    note: input.note,
    organizer: organizer.colleague,
    bookedBy: {
      personId: person.personId,
      name: person.name,
      staffNumber: person.staffNumber,
      department: person.departmentPath.at(-1) ?? '',
    },
    status: 'confirmed',
    cancelUntil: formatInstant(times.startsAt - room.rules.cancelUntilMinutes * minuteMs, person.zone),
    createdAt: formatInstant(now, person.zone),
  }
}

/** The wish as the statement takes it, with the answer it will have given. */
function judgedWish(
  asked: AskedToDecide,
  room: RoomEntry,
  booking: Booking,
  answer: string,
  freeAt: number,
): JudgedWish {
  const { bookingId, roomId, startsAt, endsAt } = booking
  return {
    asker: asked.person.personId,
    key: asked.command.key,
    fingerprint: `\\x${asked.command.fingerprint.toString('hex')}`,
    asked_at: new Date(asked.now).toISOString(),
    answer,
    booking: bookingId,
    room: roomId,
    judged_revision: room.revision,
    starts_at: startsAt,
    ends_at: endsAt,
    free_at: new Date(freeAt).toISOString(),
    organizer: booking.organizer.personId,
    purpose: booking.purpose,
    attendees: booking.attendeeCount,
    layout: booking.layout ?? null,
    tea: booking.tea,
    equipment: booking.equipment,
    note: booking.note,
    audit_detail: { bookingId, roomId, startsAt, endsAt },
  }
}

export default decisiveKeeper(reserveRoom, async (input, asked) => {
  const startsAt = parseInstant(input.startsAt) ?? 0
  const endsAt = parseInstant(input.endsAt) ?? 0
  const wish = { startsAt, endsAt, attendeeCount: input.attendeeCount }
  if (input.forPersonId && !mayBookForOthers(asked.person.duties)) return refuse('NOT_FOR_OTHERS')
  const organizer = await organizerOf(asked, input.forPersonId)
  if (!organizer) return refuse('NO_SUCH_PERSON')

  let directory = await keptRoomDirectory(asked)
  // The statement notices a room that changed after it was judged; then it is read anew and judged again.
  for (let tries = 1; tries <= 4; tries++) {
    if (tries > 1 || !directory.byId.has(input.roomId)) directory = await roomDirectory(asked)
    const room = directory.byId.get(input.roomId)
    if (!room) return refuse('NO_SUCH_ROOM')
    const wisher = wisherOf({ departmentIds: organizer.departmentIds, duties: asked.person.duties })
    const setting = settingOf(directory, asked.person, asked.now)
    const refusal = checkWish(room.rules, wisher, wish, setting)
    // a kept copy may be stricter than today's rules: only the directory as it is now may say no
    if (refusal && tries === 1) continue
    if (refusal) return refuse(refusal)
    const booking = bookingFor(input, room, organizer, asked, wish)
    const answer = JSON.stringify({ value: booking })
    const freeAt = endsAt + room.rules.turnoverMinutes * minuteMs
    const outcome = await reserveTogether(
      asked.cloud.pool,
      asked.orgId,
      judgedWish(asked, room, booking, answer, freeAt),
    )
    if (outcome === 'reserved') return { rememberedAnswer: answer }
    const first = outcome === 'stale' ? undefined : await firstAnswer(asked.db, asked, asked.command)
    if (first !== undefined) return { rememberedAnswer: first }
    if (outcome === 'taken') {
      const missed = { ...wish, room, equipment: input.equipment }
      return refuse('ROOM_TAKEN', { ways: await nearestWays(asked, missed, { directory, wisher, setting }) })
    }
  }
  throw new Error('the room kept changing while it was being reserved')
})
