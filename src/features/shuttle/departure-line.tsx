import { View } from '@tarojs/components'
import type { Departure, RouteBrief } from '../../../contract/shuttle-words'
import { dayOf } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { LineBadge } from './line-badge'
import { nameOfRoute } from './route-words'
import { clockOf, dotted, headwayText, lateText, leavesIn, nearDay, zoneOf } from './words'
import './departure-line.scss'

interface DepartureLineProps {
  departure: Departure
  route: RouteBrief
  /** Epoch ms. */
  now: number
  /** The first of the list: larger. */
  isNext?: boolean
  /** Instead of the headsign: when one arrives, say. */
  note?: string
  /** Where one gets off, when that is known. */
  toStopId?: string
}

/** What must be said of a departure besides its time. */
function Marks({ departure, isNext }: { departure: Departure; isNext: boolean }) {
  const { delayMinutes, isCancelled, isLast, isWheelchair, isReservable } = departure
  const marks = [
    isCancelled ? (
      <Badge key='off' tone='danger'>
        停开
      </Badge>
    ) : null,
    !isCancelled && delayMinutes > 0 ? (
      <Badge key='late' tone='accent'>
        {lateText(delayMinutes)}
      </Badge>
    ) : null,
    isLast ? (
      <Badge key='last' tone='quiet'>
        末班
      </Badge>
    ) : null,
    isNext && isReservable && !isCancelled ? <Badge key='seat'>可预约</Badge> : null,
    isWheelchair ? (
      <Badge key='chair' tone='quiet'>
        轮椅
      </Badge>
    ) : null,
  ].filter(Boolean)
  return <View className='dep-marks'>{marks}</View>
}

/** Where a tap on a departure leads: its trip, or its line when it has no time of its own. */
export function openDeparture({ tripId, day, routeId, stopId, headwaySeconds }: Departure, toStopId?: string) {
  return headwaySeconds === undefined
    ? goTo('trip', { tripId, day, from: stopId, to: toStopId })
    : goTo('shuttleLine', { routeId, day })
}

/** One departure: line, where to, what is the matter with it, and large when it leaves. */
export function DepartureLine({ departure, route, now, isNext = false, note, toStopId }: DepartureLineProps) {
  const { headsign, scheduledAt, departsAt, isCancelled, delayMinutes, headwaySeconds, changeNote } = departure
  const when = isCancelled ? scheduledAt : departsAt
  const soon = isCancelled ? '' : leavesIn(when, now)
  const isToday = when.slice(0, 10) === dayOf(now, zoneOf(when))
  const isMoved = !isCancelled && delayMinutes > 0
  const below = headwaySeconds === undefined ? soon : headwayText(headwaySeconds)
  return (
    <View
      className={isNext ? 'dep dep-next' : 'dep'}
      hoverClass='dep-pressed'
      onClick={() => openDeparture(departure, toStopId)}
      role='button'
    >
      <View className='dep-words'>
        <View className='dep-head'>
          <LineBadge name={nameOfRoute(route)} color={route.color} textColor={route.textColor} />
          <View className='dep-sign'>{note ?? `往 ${headsign}`}</View>
        </View>
        <Marks departure={departure} isNext={isNext} />
        <View className='dep-soft'>{dotted(isMoved && `原定 ${clockOf(scheduledAt)}`, changeNote)}</View>
      </View>
      <View className='dep-time'>
        {isToday ? null : <View className='dep-day'>{nearDay(when.slice(0, 10), now, zoneOf(when))}</View>}
        <View className={isCancelled ? 'dep-clock dep-clock-off' : 'dep-clock'}>{clockOf(when)}</View>
        <View className='dep-soon'>{below}</View>
      </View>
    </View>
  )
}
