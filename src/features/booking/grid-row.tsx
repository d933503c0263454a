import { View } from '@tarojs/components'
import type { Room } from '../../../contract/booking'
import { type Axis, marksOf, pictureOf } from './day-picture'
import { freeStretches, type RoomDay } from './free-times'
import { factsOf, rangeText } from './words'
import './grid-row.scss'

interface GridRowProps {
  room: Room
  at: RoomDay
  axis: Axis
  onRoom: (room: Room) => void
  onBar: (event: unknown, room: Room, at: RoomDay) => void
}

/** What a screen reader says of the bar: the whole day would be too long to listen to, room after room. */
function spokenTimes(at: RoomDay): string {
  const [first, ...rest] = freeStretches(at)
  return first ? `空闲 ${rest.length + 1} 段，最早 ${rangeText(...first)}` : '没有空闲'
}

/** One room: its name and facts (one text of two lines, for the sake of the first screen's size), and a bar of its day; a tap on the bar books there. */
export function GridRow({ room, at, axis, onRoom, onBar }: GridRowProps) {
  return (
    <View className='grid-row'>
      <View className='grid-room' hoverClass='grid-pressed' onClick={() => onRoom(room)}>
        {`${room.name}\n${factsOf(room)}`}
      </View>
      <View
        className='grid-bar'
        style={{ background: pictureOf(marksOf(at, axis), axis) }}
        hoverClass='grid-pressed'
        onClick={(event) => onBar(event, room, at)}
        aria-label={spokenTimes(at)}
      />
    </View>
  )
}
