import { View } from '@tarojs/components'
import type { Booking } from '../../../contract/booking'
import { checkInWindow } from '../../../contract/booking-rules'
import { formatClock, formatMoment, parseInstant } from '../../../contract/zone'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'
import { stateOf, stateWords } from './booking-state'
import { spanText, wishesOf } from './words'
import './booking-facts.scss'

interface BookingFactsProps {
  booking: Booking
  now: number
  zone: string
}

const minuteMs = 60_000

/** When and how one checks in, or that it was done; nothing once it does not matter any more. */
function checkInText({ booking, now, zone }: BookingFactsProps): string {
  const state = stateOf(booking, now)
  if (state === 'cancelled' || state === 'over') return ''
  if (booking.checkedInAt) return `已签到（${formatClock(parseInstant(booking.checkedInAt) ?? 0, zone)}）`
  const startsAt = parseInstant(booking.startsAt) ?? 0
  const from = formatClock(startsAt - checkInWindow.beforeMinutes * minuteMs, zone)
  const to = formatClock(startsAt + checkInWindow.afterMinutes * minuteMs, zone)
  if (state === 'checkIn') return `现在可以签到：扫会议室门上的二维码，${to} 前有效`
  return state === 'coming' ? `${from}–${to} 扫会议室门上的二维码签到` : '已过签到时间，会议照常进行'
}

function linesOf({ booking, now, zone }: BookingFactsProps): { name: string; text: string }[] {
  const isOthers = booking.organizer.personId !== booking.bookedBy.personId
  return [
    { name: '主题', text: booking.purpose },
    { name: '人数', text: `${booking.attendeeCount} 人` },
    { name: '要求', text: wishesOf(booking) },
    { name: '备注', text: booking.note },
    { name: '使用人', text: isOthers ? `${booking.organizer.name} · ${booking.organizer.department}` : '' },
    { name: '预订人', text: `${booking.bookedBy.name} · ${booking.bookedBy.department}` },
    { name: '提交于', text: formatMoment(parseInstant(booking.createdAt) ?? 0, now, zone) },
  ].filter(({ text }) => text !== '')
}

/** What was booked. */
export function BookingFacts(props: BookingFactsProps) {
  const { booking, now, zone } = props
  const { word, tone } = stateWords[stateOf(booking, now)]
  return (
    <Card>
      <View className='booking-head'>
        <View className='booking-room'>{booking.roomName}</View>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <View className='booking-place'>{booking.place}</View>
      <View className='booking-time'>{spanText(booking, now, zone)}</View>
      <View className='booking-check-in'>{checkInText(props)}</View>
      {linesOf(props).map(({ name, text }) => (
        <View key={name} className='booking-fact'>
          <View className='booking-fact-name'>{name}</View>
          <View className='booking-fact-text'>{text}</View>
        </View>
      ))}
    </Card>
  )
}
