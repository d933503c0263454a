import { Picker, View } from '@tarojs/components'
import { addDays, type Day, dayOf, formatDayNear } from '../../../contract/zone'
import { DayStrip } from '../../ui/day-strip'
import { Icon } from '../../ui/icon'
import './days.scss'

interface DaysProps {
  chosen: Day
  onChoose: (day: Day) => void
  now: number
  zone: string
  /** How many days on may be booked. */
  daysAhead: number
}

const mostShown = 10

/** The next days side by side, and a calendar for those further on. */
export function Days({ chosen, onChoose, now, zone, daysAhead }: DaysProps) {
  const today = dayOf(now, zone)
  const next = Array.from({ length: Math.min(mostShown, daysAhead + 1) }, (_, ahead) => addDays(today, ahead))
  // A day taken from the calendar stands first, so that what is chosen can be seen.
  const days = next.includes(chosen) ? next : [chosen, ...next.slice(1)]
  return (
    <View className='days'>
      <View className='days-strip'>
        <DayStrip days={days} chosen={chosen} onChoose={onChoose} now={now} zone={zone} />
      </View>
      <Picker
        mode='date'
        value={chosen}
        start={today}
        end={addDays(today, daysAhead)}
        onChange={(event) => onChoose(String(event.detail.value).slice(0, 10))}
      >
        <View className='days-more' role='button' aria-label={`选其他日期，现在是 ${formatDayNear(chosen, now, zone)}`}>
          <Icon name='calendar' />
          <View className='days-more-word'>日历</View>
        </View>
      </Picker>
    </View>
  )
}
