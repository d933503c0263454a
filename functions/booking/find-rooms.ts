import { findRooms } from '../../contract/booking'
import { parseInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { takenBetween } from './busy'
import { allRoomIds, roomDirectory, settingOf, shownRoom, wisherOf } from './room-directory'
import { fittingRooms, nearestWays } from './ways'

const mostShown = 50

export default keeper(findRooms, async (input, asked) => {
  const startsAt = parseInstant(input.startsAt) ?? 0
  const endsAt = parseInstant(input.endsAt) ?? 0
  if (endsAt <= startsAt) return refuse('ENDS_BEFORE_START')
  if (startsAt < asked.now - 60_000) return refuse('IN_THE_PAST')
  const directory = await roomDirectory(asked)
  const around = { directory, wisher: wisherOf(asked.person), setting: settingOf(directory, asked.person, asked.now) }
  const wish = { ...input, startsAt, endsAt }
  const rooms = fittingRooms(
    wish,
    around,
    await takenBetween(asked, startsAt, endsAt + 240 * 60_000, allRoomIds(directory)),
  )
  return {
    rooms: rooms.slice(0, mostShown).map(shownRoom),
    ways: rooms.length > 0 ? [] : await nearestWays(asked, wish, around),
  }
})
