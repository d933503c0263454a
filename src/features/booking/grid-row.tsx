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

/** What a screen reader says of the bar. */
function spokenTimes(at: RoomDay): string {
  const free = freeStretches(at)
  return free.length > 0 ? `空闲 ${free.map(([from, to]) => rangeText(from, to)).join(' ')}` : '没有空闲'
}

/** One room: its name and facts, and a bar of its day; a tap on the bar books there. */
export function GridRow({ room, at, axis, onRoom, onBar }: GridRowProps) {
  return (
    <View className='grid-row'>
      <View className='grid-room' hoverClass='grid-pressed' onClick={() => onRoom(room)}>
        <View className='grid-name'>{room.name}</View>
        <View className='grid-facts'>{factsOf(room)}</View>
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
