import { View } from '@tarojs/components'
import { openingOn, type Setting } from '../../../contract/booking-rules'
import { dayOf } from '../../../contract/zone'
import { Card } from '../../ui/card'
import { axisOf, marksOf, pictureOf } from './day-picture'
import type { DoorView } from './door-now'
import { freeStretches } from './free-times'
import { Ticks } from './grid-key'
import { useWisher } from './use-setting'
import { rangeText } from './words'
import './door-today.scss'

/** Today in one bar, with the free stretches in words. */
export function DoorToday({ door, setting }: { door: DoorView; setting: Setting }) {
  const wisher = useWisher()
  const day = dayOf(setting.now, setting.zone)
  const at = { rules: door.room.rules, day, busy: door.today, wisher, setting }
  const axis = axisOf(door.room.rules.opening)
  const free = freeStretches(at)
  const isOpen = openingOn(at.rules, day, setting.specialDays).length > 0
  return (
    <Card title='今天'>
      <View className='door-today-ticks'>
        <Ticks axis={axis} />
      </View>
      <View className='door-today-bar' style={{ background: pictureOf(marksOf(at, axis), axis) }} aria-hidden />
      <View className='door-today-free'>
        {free.length > 0
          ? `还空着：${free.map(([from, to]) => rangeText(from, to)).join('、')}`
          : isOpen
            ? '今天没有空闲的时间了'
            : '今天不开放'}
      </View>
    </Card>
  )
}
