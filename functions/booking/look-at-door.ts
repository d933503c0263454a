import type { Way } from '../../contract/booking'
import { lookAtDoor } from '../../contract/booking-door'
import { bookableHours, mayCheckIn, type Setting, type Wisher } from '../../contract/booking-rules'
import { dayOf, formatInstant, instantAt } from '../../contract/zone'
import { behindDoor } from '../door'
import { keeper, refuse } from '../keeper'
import { bookingOf, findBooking } from './booking-rows'
import { busyOn, type Taken, takenBetween } from './busy'
import {
  allRoomIds,
  placeOf,
  type RoomDirectory,
  type RoomEntry,
  roomDirectory,
  settingOf,
  shownRoom,
  wisherOf,
} from './room-directory'
import { fittingRooms } from './ways'

const minuteMs = 60_000
/** One tap takes about an hour, ending on a quarter. */
const usualMs = 60 * minuteMs
const quarterMs = 15 * minuteMs

/** From this minute for about an hour, as far as the room is free and open; undefined when that is too short. */
function stretchFromNow(
  room: RoomEntry,
  taken: readonly Taken[],
  wisher: Wisher,
  setting: Setting,
): [number, number] | undefined {
  const startsAt = Math.floor(setting.now / minuteMs) * minuteMs
  const day = dayOf(startsAt, setting.zone)
  const midnight = instantAt(day, 0, setting.zone)
  const open = bookableHours(room.rules, wisher, day, setting).find(
    ([from, to]) => midnight + from * minuteMs <= startsAt && startsAt < midnight + to * minuteMs,
  )
  const own = taken.filter((t) => t.roomId === room.roomId)
  if (!open || own.some((t) => t.startsAt <= startsAt && startsAt < t.freeAt)) return undefined
  const next = own.find((t) => t.startsAt > startsAt)
  const limit = Math.min(
    midnight + open[1] * minuteMs,
    next ? next.startsAt - room.rules.turnoverMinutes * minuteMs : Number.POSITIVE_INFINITY,
  )
  const usual = Math.floor((startsAt + Math.min(usualMs, room.rules.maxMinutes * minuteMs)) / quarterMs) * quarterMs
  const endsAt = Math.min(limit, Math.max(usual, startsAt + room.rules.minMinutes * minuteMs))
  return endsAt - startsAt >= room.rules.minMinutes * minuteMs ? [startsAt, endsAt] : undefined
}

/** This room when it is free; else the nearest with as many seats and the same equipment, else with fewer demands. */
function offerAt(
  room: RoomEntry,
  directory: RoomDirectory,
  taken: readonly Taken[],
  wisher: Wisher,
  setting: Setting,
): Way | undefined {
  const way = (kind: Way['kind'], at: RoomEntry, [startsAt, endsAt]: [number, number]): Way => ({
    kind,
    roomId: at.roomId,
    roomName: at.name,
    place: placeOf(at),
    startsAt: formatInstant(startsAt, setting.zone),
    endsAt: formatInstant(endsAt, setting.zone),
  })
  const here = stretchFromNow(room, taken, wisher, setting)
  if (here) return way('thisRoom', room, here)
  const demands = [
    { attendeeCount: room.rules.capacity, equipment: room.equipment },
    { attendeeCount: room.rules.capacity, equipment: [] },
    { attendeeCount: 1, equipment: [] },
  ]
  for (const demand of demands) {
    const startsAt = Math.floor(setting.now / minuteMs) * minuteMs
    const wish = { ...demand, room, startsAt, endsAt: startsAt + quarterMs }
    for (const other of fittingRooms(wish, { directory, wisher, setting }, taken)) {
      const stretch = other.roomId === room.roomId ? undefined : stretchFromNow(other, taken, wisher, setting)
      if (stretch) return way('otherRoom', other, stretch)
    }
  }
  return undefined
}

export default keeper(lookAtDoor, async ({ token }, asked) => {
  const roomId = await behindDoor(asked, token)
  const directory = await roomDirectory(asked)
  const room = roomId ? directory.byId.get(roomId) : undefined
  if (!room) return refuse('NO_SUCH_DOOR')
  const { zone, personId } = asked.person
  const day = dayOf(asked.now, zone)
  const taken = await takenBetween(asked, instantAt(day, 0, zone), instantAt(day, 1440, zone), allRoomIds(directory))
  const here = taken.filter((t) => t.roomId === room.roomId)
  const current = here.find((t) => t.startsAt <= asked.now && asked.now < t.endsAt)
  const mine = here.find(
    (t) => (t.organizerId === personId || t.bookedById === personId) && mayCheckIn(t.startsAt, asked.now),
  )
  const row = mine ? await findBooking(asked, mine.bookingId) : undefined
  return {
    room: shownRoom(room),
    now: formatInstant(asked.now, zone),
    specialDays: directory.specialDays.filter((special) => special.day === day),
    current: current ? { ...busyOn(day, current, asked), endsAt: formatInstant(current.endsAt, zone) } : undefined,
    today: here.map((t) => busyOn(day, t, asked)),
    offer: offerAt(room, directory, taken, wisherOf(asked.person), settingOf(directory, asked.person, asked.now)),
    checkIn: row && !row.checkedInAt ? bookingOf(row, zone) : undefined,
  }
})
