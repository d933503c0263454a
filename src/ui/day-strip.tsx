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
}

/** 今天 or 周六, and the date below it: one text, because two nodes a day would cost every first screen a kilobyte. */
function wordsOf(day: Day, now: number, zone: string): string {
  const [, weekday = ''] = formatDayLong(day).split(' ')
  const [near = ''] = formatDayNear(day, now, zone).split(' ')
  return `${/天$/.test(near) ? near : weekday}\n${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
}

/** Days side by side: weekday (or 今天, 明天) above, date below. */
export function DayStrip({ days, chosen, onChoose, now, zone }: DayStripProps) {
  return (
    <ScrollView className='ui-days' scrollX enhanced showScrollbar={false}>
      <View className='ui-days-line' role='tablist'>
        {days.map((day) => (
          <View
            key={day}
            className={day === chosen ? 'ui-day ui-day-on' : 'ui-day'}
            hoverClass='ui-day-pressed'
            onClick={() => onChoose(day)}
            role='tab'
            aria-selected={day === chosen}
          >
            {wordsOf(day, now, zone)}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
