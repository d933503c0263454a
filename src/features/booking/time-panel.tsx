import { View } from '@tarojs/components'
import type { Day } from '../../../contract/zone'
import { Slots } from '../../ui/slots'
import { Days } from './days'
import { firstFree, lengthChoices, longestFrom, type RoomDay, startChoices } from './free-times'
import { lengthText } from './words'
import './time-panel.scss'

/** A stretch of one day, in minutes from midnight. */
export interface Time {
  day: Day
  from: number
  to: number
}

interface TimePanelProps {
  at: RoomDay
  time: Time
  onTime: (time: Time) => void
  /** The chosen day as another one would be: what is booked then is known for the week only once it was asked. */
  onDay: (day: Day) => void
  /** A meeting that runs keeps its day and start. */
  isStartFixed?: boolean
}

/** The length wished, or what the room leaves of it from this start. */
function withStart(at: RoomDay, time: Time, start: number): Time {
  const wished = time.to - time.from
  return { day: time.day, from: start, to: start + (longestFrom(at, start, wished) ?? wished) }
}

/** Day, start and length of a meeting; what the cloud would refuse is struck through. */
export function TimePanel({ at, time, onTime, onDay, isStartFixed = false }: TimePanelProps) {
  const { setting, rules } = at
  const starts = startChoices(at, time.from)
  const isFull = !isStartFixed && firstFree(at, rules.minMinutes) === undefined
  return (
    <View className='time-panel'>
      <View>
        {isStartFixed ? null : (
          <View className='time-panel-part'>
            <Days
              chosen={time.day}
              onChoose={onDay}
              now={setting.now}
              zone={setting.zone}
              daysAhead={rules.daysAhead}
            />
            <View className='time-panel-label'>开始</View>
            <Slots
              label='开始时间'
              choices={starts}
              chosen={time.from}
              onChoose={(start) => onTime(withStart(at, time, start))}
            />
            <View className='time-panel-note'>{isFull ? '这一天没有能订的时间了，请换一天或换一间。' : ''}</View>
          </View>
        )}
      </View>
      <View className='time-panel-label'>{`时长：${lengthText(time.to - time.from)}`}</View>
      <Slots
        label='时长'
        columns={4}
        choices={lengthChoices(at, time.from, time.to - time.from)}
        chosen={time.to - time.from}
        onChoose={(length) => onTime({ ...time, to: time.from + length })}
      />
    </View>
  )
}
