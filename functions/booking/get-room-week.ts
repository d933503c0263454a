import { getRoomWeek } from '../../contract/booking'
import { addDays, formatInstant, instantAt } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { busyOn, takenBetween } from './busy'
import { roomDirectory, shownRoom } from './room-directory'

export default keeper(getRoomWeek, async ({ roomId, day }, asked) => {
  const directory = await roomDirectory(asked)
  const room = directory.byId.get(roomId)
  if (!room) return refuse('NO_SUCH_ROOM')
  const { zone } = asked.person
  const days = [0, 1, 2, 3, 4, 5, 6].map((on) => addDays(day, on))
  const taken = await takenBetween(asked, instantAt(day, 0, zone), instantAt(addDays(day, 7), 0, zone), [roomId])
  return {
    room: shownRoom(room),
    now: formatInstant(asked.now, zone),
    specialDays: directory.specialDays.filter((special) => days.includes(special.day)),
    days: days.map((on) => {
      const from = instantAt(on, 0, zone)
      const to = instantAt(on, 1440, zone)
      return { day: on, busy: taken.filter((t) => t.startsAt < to && t.freeAt > from).map((t) => busyOn(on, t, asked)) }
    }),
  }
})
