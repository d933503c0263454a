import { listRooms } from '../../contract/booking'
import { keeper } from '../keeper'
import { matchingRooms, pageOfRooms, roomDirectory, shownRoom } from './room-directory'

export default keeper(listRooms, async (input, asked) => {
  const { rooms } = await roomDirectory(asked)
  const { items, nextCursor } = pageOfRooms(matchingRooms(rooms, input), input)
  return { items: items.map(shownRoom), nextCursor }
})
