import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf, formatDayNear, minuteOfDay } from '../../../contract/zone'
import { Button } from '../../ui/button'
import type { Choice } from '../../ui/chips'
import { Icon } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { Slots } from '../../ui/slots'
import { Days } from './days'
import type { Time } from './time-panel'
import { clockOf, lengthText, rangeText } from './words'

interface FindTimeProps {
  time: Time
  now: number
  zone: string
  onTime: (time: Time) => void
}

const opens = 8 * 60
const closes = 21 * 60
const lengths = [30, 60, 90, 120, 180, 240]
const farthestDays = 90

function startsOf({ day, from }: Time, now: number, zone: string): Choice<number>[] {
  const past = day === dayOf(now, zone) ? minuteOfDay(now, zone) : 0
  const halfHours = Array.from({ length: (closes - opens) / 30 }, (_, step) => opens + step * 30)
  return [...new Set([...halfHours, from])]
    .sort((a, b) => a - b)
    .map((start) => ({ value: start, label: clockOf(start), isDisabled: start < past }))
}

/** When: one line, and a sheet to change it. */
export function FindTime({ time, now, zone, onTime }: FindTimeProps) {
  const [isOpen, setOpen] = useState(false)
  const length = time.to - time.from
  return (
    <View>
      <View className='find-line find-time' hoverClass='find-pressed' onClick={() => setOpen(true)} role='button'>
        <View>时间</View>
        <View className='find-when'>{`${formatDayNear(time.day, now, zone)} ${rangeText(time.from, time.to)}`}</View>
        <Icon name='next' />
      </View>
      <Sheet
        title='什么时候用'
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={<Button onTap={() => setOpen(false)}>就这个时间</Button>}
      >
        <Days
          chosen={time.day}
          onChoose={(day) => onTime({ ...time, day })}
          now={now}
          zone={zone}
          daysAhead={farthestDays}
        />
        <View className='find-label'>开始</View>
        <Slots
          label='开始时间'
          choices={startsOf(time, now, zone)}
          chosen={time.from}
          onChoose={(from) => onTime({ ...time, from, to: Math.min(1440, from + length) })}
        />
        <View className='find-label'>时长</View>
        <Slots
          label='时长'
          columns={4}
          choices={lengths.map((value) => ({ value, label: lengthText(value), isDisabled: time.from + value > 1440 }))}
          chosen={length}
          onChoose={(value) => onTime({ ...time, to: time.from + value })}
        />
      </Sheet>
    </View>
  )
}
