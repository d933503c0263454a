import { View } from '@tarojs/components'
import type { Booking, Room } from '../../../contract/booking'
import { isRoomKeeper, mayCancel } from '../../../contract/booking-rules'
import { parseInstant } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { scanCode } from '../../scan-code'
import { useMe } from '../../session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { sure } from '../../ui/say'
import { stateOf } from './booking-state'
import { cancelSentences } from './sentences'
import { spanText } from './words'
import './booking-acts.scss'

interface BookingActsProps {
  booking: Booking
  room: Room
  now: number
  zone: string
  onTime: () => void
  onRoom: () => void
  onEnd: () => Promise<unknown>
  onCancel: () => Promise<unknown>
}

/** What may be done with the booking as it stands; what may not any more says why. */
export function BookingActs({ booking, room, now, zone, onTime, onRoom, onEnd, onCancel }: BookingActsProps) {
  const me = useMe()
  const state = stateOf(booking, now)
  if (state === 'cancelled' || state === 'over') {
    return (
      <Button kind='plain' onTap={() => goTo('reserve', { roomId: booking.roomId, people: booking.attendeeCount })}>
        再订这间
      </Button>
    )
  }
  const times = { startsAt: parseInstant(booking.startsAt) ?? 0, endsAt: parseInstant(booking.endsAt) ?? 0 }
  const hasBegun = times.startsAt <= now
  const isCancellable = mayCancel(times, room.rules, isRoomKeeper(new Set(me?.duties ?? [])), now)
  const end = async () => {
    const left = '提前结束后，剩下的时间马上让给别人。确定现在结束吗?'
    if (await sure(left, '现在结束')) await onEnd()
  }
  const cancel = async () => {
    const prepared = booking.tea || booking.layout || booking.equipment.length > 0 ? '，要求的布置和茶水也一并取消' : ''
    const lost = `取消后，${spanText(booking, now, zone)} 的${booking.roomName}马上让给别人${prepared}，不能恢复。确定取消吗?`
    if (await sure(lost, '取消预订')) await onCancel()
  }
  return (
    <View className='booking-acts'>
      <View className='booking-act'>{state === 'checkIn' ? <Button onTap={scanCode}>扫码签到</Button> : null}</View>
      <Card isFlush>
        <Row icon='clock' title={hasBegun ? '缩短或延长' : '改时间'} onTap={onTime} />
        {hasBegun ? null : <Row icon='room' title='换会议室' onTap={onRoom} />}
        <Row icon='place' title='看这间会议室' onTap={() => goTo('room', { roomId: booking.roomId })} />
      </Card>
      <View className='booking-act'>
        {hasBegun ? (
          <Button kind='plain' onTap={end}>
            提前结束
          </Button>
        ) : null}
      </View>
      <View>
        {isCancellable ? (
          <Button kind='danger' onTap={cancel}>
            取消预订
          </Button>
        ) : (
          <View className='booking-late'>{cancelSentences.TOO_LATE_TO_CANCEL(room.rules)}</View>
        )}
      </View>
    </View>
  )
}
