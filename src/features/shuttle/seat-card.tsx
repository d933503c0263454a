import { View } from '@tarojs/components'
import type { MySeat } from '../../../contract/shuttle-ride'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { SeatHead } from './seat-head'
import { useSeatActs } from './use-seat-acts'
import { clockOf, msOf } from './words'
import './seat-card.scss'

interface SeatCardProps {
  seat: MySeat
  onChanged: () => Promise<unknown>
}

function offerText({ offeredUntil }: MySeat): string {
  if (!offeredUntil) return ''
  const minutes = Math.max(0, Math.ceil((msOf(offeredUntil) - Date.now()) / 60_000))
  return `给您留到 ${clockOf(offeredUntil)}（还有 ${minutes} 分钟），要的话请接受。`
}

/** A seat of mine with what can be done about it. */
export function SeatCard({ seat, onChanged }: SeatCardProps) {
  const acts = useSeatActs(onChanged)
  const { reservationId, status, mayCancel, isBoardable, isTripCancelled, plate, tripId, day } = seat
  return (
    <View className='seat-card'>
      <View
        className='seat-card-head'
        hoverClass='seat-card-pressed'
        onClick={() => goTo('trip', { tripId, day, from: seat.fromStopId, to: seat.toStopId })}
        role='button'
      >
        <SeatHead seat={seat} />
        <View className='seat-card-soft'>{plate ? `车牌 ${plate}` : ''}</View>
      </View>
      <View className='seat-card-offer' aria-live='polite'>
        {status === 'offered' ? offerText(seat) : ''}
      </View>
      <View className='seat-card-acts'>
        {status === 'offered' ? (
          <Button isSmall onTap={() => acts.accept(seat)}>
            接受
          </Button>
        ) : null}
        {status === 'offered' ? (
          <Button isSmall kind='plain' onTap={() => acts.decline(seat)}>
            放弃
          </Button>
        ) : null}
        {status === 'reserved' && !isTripCancelled ? (
          <Button isSmall kind={isBoardable ? 'main' : 'plain'} onTap={() => goTo('pass', { reservationId })}>
            乘车码
          </Button>
        ) : null}
        {mayCancel && status !== 'offered' ? (
          <Button isSmall kind='plain' onTap={() => acts.cancel(seat)}>
            {status === 'waiting' ? '不候补了' : '取消'}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
