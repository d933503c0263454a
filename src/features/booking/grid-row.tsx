import { View } from '@tarojs/components'
import type { Room } from '../../../contract/booking'
import { type Axis, marksOf, pictureOf } from './day-picture'
import type { RoomDay } from './free-times'
import { factsOf } from './words'
import './grid-row.scss'

interface GridRowProps {
  room: Room
  at: RoomDay
  axis: Axis
  onRoom: (room: Room) => void
  onBar: (event: unknown, room: Room, at: RoomDay) => void
}

/**
 * One room: its name and facts (one text of two lines, for the sake of the first screen's size), and a bar of its day; a
 * tap on the bar books there. The bar is for eyes and fingers only: a screen reader is led through the room's name to
 * its page, where every free stretch is a line of its own.
 */
export function GridRow({ room, at, axis, onRoom, onBar }: GridRowProps) {
  return (
    <View className='grid-row'>
      <View className='grid-room' hoverClass='grid-pressed' onClick={() => onRoom(room)} role='button'>
        {`${room.name}\n${factsOf(room)}`}
      </View>
      <View
        className='grid-bar'
        style={{ background: pictureOf(marksOf(at, axis), axis) }}
        hoverClass='grid-pressed'
        onClick={(event) => onBar(event, room, at)}
        aria-hidden
      />
    </View>
  )
}
