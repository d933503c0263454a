import { Picker, View } from '@tarojs/components'
import { addDays, type Day, dayOf, formatDayNear } from '../../../contract/zone'
import { DayStrip } from '../../ui/day-strip'
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
  const last = addDays(today, daysAhead)
  const days = Array.from({ length: Math.min(mostShown, daysAhead + 1) }, (_, ahead) => addDays(today, ahead))
  const isFar = !days.includes(chosen)
  return (
    <View className='days'>
      <DayStrip days={days} chosen={chosen} onChoose={onChoose} now={now} zone={zone} />
      <Picker
        mode='date'
        value={chosen}
        start={today}
        end={last}
        onChange={(event) => onChoose(String(event.detail.value).slice(0, 10))}
      >
        <View className={isFar ? 'days-more days-more-on' : 'days-more'} role='button'>
          {isFar ? `✓ ${formatDayNear(chosen, now, zone)}` : '选其他日期'}
        </View>
      </Picker>
    </View>
  )
}
