import { View } from '@tarojs/components'
import { Badge } from '../../ui/badge'
import { LineBadge } from './line-badge'
import { nameOfRoute } from './route-words'
import type { Trip } from './trip-segment'
import { clockOf, dotted, lateText, movedBy, nearDay, zoneOf } from './words'
import './trip-head.scss'

/** Which trip it is, on which day, and what is the matter with it. */
export function TripHead({ trip, now }: { trip: Trip; now: number }) {
  const { route, headsign, day, stops, plate, delayMinutes, isCancelled, seats, wheelchairPlaces, isReservable } = trip
  const [first, last] = [stops[0], stops[stops.length - 1]]
  return (
    <View className='trip-head'>
      <View className='trip-head-line'>
        <LineBadge name={nameOfRoute(route)} color={route.color} textColor={route.textColor} />
        <View className='trip-head-sign'>{`往 ${headsign}`}</View>
        {isCancelled ? <Badge tone='danger'>停开</Badge> : null}
        {!isCancelled && delayMinutes > 0 ? <Badge tone='accent'>{lateText(delayMinutes)}</Badge> : null}
      </View>
      <View className='trip-head-when'>
        {first && last
          ? `${nearDay(day, now, zoneOf(first.departsAt))} ${clockOf(movedBy(first.departsAt, delayMinutes))} 发车，${clockOf(movedBy(last.arrivesAt, delayMinutes))} 到`
          : ''}
      </View>
      <View className='trip-head-soft'>
        {dotted(
          plate && `车牌 ${plate}`,
          isReservable && `${seats} 座`,
          isReservable && wheelchairPlaces > 0 && `轮椅位 ${wheelchairPlaces}`,
        )}
      </View>
    </View>
  )
}
