import { View } from '@tarojs/components'
import type { Booking } from '../../../contract/booking'
import type { Setting } from '../../../contract/booking-rules'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { stateOf, stateWords } from './booking-state'
import { spanText } from './words'
import './booking-line.scss'

/** One booking in a list: when, where, what for, and how it stands. */
export function BookingLine({ booking, setting }: { booking: Booking; setting: Setting }) {
  const { word, tone } = stateWords[stateOf(booking, setting.now)]
  const isOthers = booking.organizer.personId !== booking.bookedBy.personId
  return (
    <View
      className='booking-line'
      hoverClass='booking-line-pressed'
      onClick={() => goTo('booking', { bookingId: booking.bookingId })}
      role='button'
    >
      <View className='booking-line-head'>
        <View className='booking-line-time'>{spanText(booking, setting.now, setting.zone)}</View>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <View className='booking-line-room'>{`${booking.roomName} · ${booking.place}`}</View>
      <View className='booking-line-what'>
        {isOthers
          ? `${booking.purpose}（${booking.bookedBy.name} 替 ${booking.organizer.name} 预订）`
          : booking.purpose}
      </View>
    </View>
  )
}
