import { View } from '@tarojs/components'
import type { Booking } from '../../../contract/booking'
import { checkInWindow } from '../../../contract/booking-rules'
import { parseInstant } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { addToCalendar, canAddToCalendar } from '../../platform/calendar'
import { Button } from '../../ui/button'
import { DoneCard } from '../../ui/done-card'
import { Page } from '../../ui/page'
import { say } from '../../ui/say'
import { spanText, wishesOf } from './words'
import './reserve-done.scss'

interface ReserveDoneProps {
  booking: Booking
  now: number
  zone: string
}

/** Booked: what exactly, and what one would do next. */
export function ReserveDone({ booking, now, zone }: ReserveDoneProps) {
  const toCalendar = async () => {
    // Only directly in the tap: nothing may be awaited before.
    const isAdded = await addToCalendar({
      title: booking.purpose,
      place: `${booking.roomName} ${booking.place}`,
      startsAt: parseInstant(booking.startsAt) ?? 0,
      endsAt: parseInstant(booking.endsAt) ?? 0,
    })
    say(isAdded ? '已加入日历' : '没有加入日历')
  }
  const isForOther = booking.organizer.personId !== booking.bookedBy.personId
  return (
    <Page
      footer={
        <View className='reserve-done-buttons'>
          {canAddToCalendar ? (
            <Button kind='plain' onTap={toCalendar}>
              加入日历
            </Button>
          ) : null}
          <Button onTap={() => goTo('myBookings', {}, 'replace')}>看我的预订</Button>
        </View>
      }
    >
      <DoneCard>
        <View className='reserve-done-title' aria-live='polite'>
          预订成功
        </View>
        <View className='reserve-done-room'>{booking.roomName}</View>
        <View>{booking.place}</View>
        <View className='reserve-done-time'>{spanText(booking, now, zone)}</View>
        <View className='reserve-done-soft'>{`${booking.purpose} · ${booking.attendeeCount} 人`}</View>
        <View className='reserve-done-soft'>{wishesOf(booking)}</View>
        <View className='reserve-done-soft'>{isForOther ? `替 ${booking.organizer.name} 预订` : ''}</View>
        <View className='reserve-done-hint'>
          {`开始前 ${checkInWindow.beforeMinutes} 分钟到开始后 ${checkInWindow.afterMinutes} 分钟，扫门上的二维码签到。`}
        </View>
      </DoneCard>
    </Page>
  )
}
