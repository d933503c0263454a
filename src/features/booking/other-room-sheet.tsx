import { type Booking, findRooms } from '../../../contract/booking'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import { RoomList } from './room-list'
import { findSentences } from './sentences'

interface OtherRoomSheetProps {
  isOpen: boolean
  booking: Booking
  onClose: () => void
  onRoom: (roomId: string) => Promise<unknown>
}

/** The rooms that are free at the booking's own time, best fit first; a tap moves it there. */
export function OtherRoomSheet({ isOpen, booking, onClose, onRoom }: OtherRoomSheetProps) {
  const { startsAt, endsAt, attendeeCount } = booking
  const found = useAsked(findRooms, isOpen ? { startsAt, endsAt, attendeeCount } : undefined)
  return (
    <Sheet title='换到哪一间' isOpen={isOpen} onClose={onClose}>
      {found.refusal ? (
        <Empty text={findSentences[found.refusal.refusal]} />
      ) : (
        <AskedView asked={found} lines={5}>
          {({ rooms }) =>
            rooms.length > 0 ? (
              <RoomList rooms={rooms} onRoom={(room) => onRoom(room.roomId)} />
            ) : (
              <Empty icon='room' text='这个时间没有别的会议室空着，请改时间。' />
            )
          }
        </AskedView>
      )}
    </Sheet>
  )
}
