import { View } from '@tarojs/components'
import type { Room } from '../../../contract/booking'
import { Icon } from '../../ui/icon'
import { factsOf } from './words'
import './room-list.scss'

interface RoomListProps {
  rooms: readonly Room[]
  chosen?: string
  onRoom: (room: Room) => void
}

const mostShown = 30

/** Rooms under each other, best first; a tap takes one. */
export function RoomList({ rooms, chosen, onRoom }: RoomListProps) {
  return (
    <View className='room-list'>
      {rooms.slice(0, mostShown).map((room) => (
        <View
          key={room.roomId}
          className='room-line'
          hoverClass='room-line-pressed'
          onClick={() => onRoom(room)}
          role='button'
        >
          <View className='room-line-words'>
            <View className='room-line-name'>{room.name}</View>
            <View className='room-line-facts'>{factsOf(room)}</View>
          </View>
          <Icon name={room.roomId === chosen ? 'check' : 'next'} />
        </View>
      ))}
    </View>
  )
}
