import { ScrollView, View } from '@tarojs/components'
import { type Day, formatDayLong, formatDayNear } from '../../contract/zone'
import './day-strip.scss'

interface DayStripProps {
  days: readonly Day[]
  chosen: Day
  onChoose: (day: Day) => void
  /** The present in epoch ms, and the institution's zone. */
  now: number
  zone: string
  /** A short word on some days: 休, 班. */
  marks?: Readonly<Record<Day, string>>
}

/** Days side by side: weekday (or 今天, 明天) above, date below. */
export function DayStrip({ days, chosen, onChoose, now, zone, marks = {} }: DayStripProps) {
  return (
    <ScrollView className='ui-days' scrollX enhanced showScrollbar={false}>
      <View className='ui-days-line' role='tablist'>
        {days.map((day) => {
          const [, weekday = ''] = formatDayLong(day).split(' ')
          const [near = ''] = formatDayNear(day, now, zone).split(' ')
          const mark = marks[day]
          return (
            <View
              key={day}
              className={day === chosen ? 'ui-day ui-day-on' : 'ui-day'}
              hoverClass='ui-day-pressed'
              onClick={() => onChoose(day)}
              role='tab'
              aria-selected={day === chosen}
              aria-label={`${formatDayNear(day, now, zone)}${mark ? ` ${mark}` : ''}`}
            >
              <View className='ui-day-name'>{/天$/.test(near) ? near : weekday}</View>
              <View className='ui-day-date'>{`${Number(day.slice(5, 7))}/${Number(day.slice(8))}${mark ?? ''}`}</View>
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}
