import { View } from '@tarojs/components'
import { useState } from 'react'
import { findRooms, type Room, type reserveRoom } from '../../../contract/booking'
import type { InputOf } from '../../../contract/procedure'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import { RoomList } from './room-list'
import { findSentences } from './sentences'
import { factsOf } from './words'
import './choose-room.scss'

interface ChooseRoomProps {
  room: Room
  /** What the other rooms must be free for. */
  wish: Pick<InputOf<typeof reserveRoom>, 'startsAt' | 'endsAt' | 'attendeeCount' | 'equipment'>
  onRoom: (roomId: string) => void
}

/** The room, and 换一间: what else is free at that time, best fit first. */
export function ChooseRoom({ room, wish, onRoom }: ChooseRoomProps) {
  const [isOpen, setOpen] = useState(false)
  const { startsAt, endsAt, attendeeCount, equipment } = wish
  const others = useAsked(findRooms, isOpen ? { startsAt, endsAt, attendeeCount, equipment } : undefined)
  const take = (taken: Room) => {
    setOpen(false)
    onRoom(taken.roomId)
  }
  return (
    <View>
      <Card isFlush>
        <View className='choose-room' hoverClass='choose-room-pressed' onClick={() => setOpen(true)} role='button'>
          <Icon name='room' />
          <View className='choose-room-words'>
            <View className='choose-room-name'>{room.name}</View>
            <View className='choose-room-facts'>{factsOf(room)}</View>
          </View>
          <View className='choose-room-other'>换一间</View>
        </View>
      </Card>
      <Sheet title='这个时间空着的会议室' isOpen={isOpen} onClose={() => setOpen(false)}>
        {others.refusal ? (
          <Empty text={findSentences[others.refusal.refusal]} />
        ) : (
          <AskedView asked={others} lines={5}>
            {({ rooms }) =>
              rooms.length > 0 ? (
                <RoomList rooms={rooms} chosen={room.roomId} onRoom={take} />
              ) : (
                <Empty icon='room' text='这个时间没有别的会议室坐得下这么多人，请换个时间或减少人数。' />
              )
            }
          </AskedView>
        )}
      </Sheet>
    </View>
  )
}
