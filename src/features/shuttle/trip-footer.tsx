import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { type Trip, whyNotNow } from './trip-segment'
import type { useTrip } from './use-trip'
import './trip-footer.scss'

interface TripFooterProps {
  trip: ReturnType<typeof useTrip>
  value: Trip
}

/** Reserving in one tap with what is free in it; when it is full, waiting in order; else why not. */
export function TripFooter({ trip, value }: TripFooterProps) {
  const { free, kind, seasonUntil, problem, forWhom } = trip
  const why = whyNotNow(value, trip.segment, trip.now)
  const unit = kind === 'wheelchair' ? '个轮椅位' : '座'
  const whose = forWhom.colleague?.name ?? forWhom.guestName
  const forText = whose ? `替${whose}` : ''
  const isFull = free === 0
  const label = seasonUntil
    ? `${forText}每个工作日预约`
    : isFull
      ? `${forText}候补（已有 ${value.waiting} 人）`
      : `${forText}预约 · 余 ${free} ${unit}`
  // a season can be made before its first day opens, and when that one is full
  const isOff = seasonUntil ? !value.isReservable : why !== undefined
  return (
    <View>
      <View className='trip-problem' aria-live='polite'>
        {problem}
      </View>
      <View className='trip-why'>
        {problem || (seasonUntil && !isOff)
          ? ''
          : (why ?? (isFull ? '这一段约满了。候补到了会通知您，按先后来。' : ''))}
      </View>
      {value.isReservable ? (
        <Button isDisabled={isOff} onTap={() => trip.reserve(isFull)}>
          {label}
        </Button>
      ) : null}
    </View>
  )
}
