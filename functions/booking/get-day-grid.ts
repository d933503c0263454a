import { getDayGrid } from '../../contract/booking'
import { addDays, formatInstant, instantAt } from '../../contract/zone'
import { keeper } from '../keeper'
import { busyOn, takenBetween } from './busy'
import { matchingRooms, pageOfRooms, roomDirectory, shownRoom } from './room-directory'

export default keeper(getDayGrid, async (input, asked) => {
  const { day } = input
  const { zone } = asked.person
  const directory = await roomDirectory(asked)
  const { items, nextCursor } = pageOfRooms(matchingRooms(directory.rooms, input), input)
  const from = instantAt(day, 0, zone)
  const taken = await takenBetween(
    asked,
    from,
    instantAt(addDays(day, 1), 0, zone),
    items.map((room) => room.roomId),
  )
  const byRoom = new Map(items.map((room) => [room.roomId, [] as ReturnType<typeof busyOn>[]]))
  for (const t of taken) byRoom.get(t.roomId)?.push(busyOn(day, t, asked))
  return {
    day,
    now: formatInstant(asked.now, zone),
    specialDays: directory.specialDays.filter((special) => special.day === day),
    sites: [...directory.sites],
    items: items.map((room) => ({ room: shownRoom(room), busy: byRoom.get(room.roomId) ?? [] })),
    nextCursor,
  }
})
