import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { boardingClosesAfter, boardingOpensBefore, getNextRide, type MySeat } from '../../contract/shuttle-ride'
import { dayOf, formatClock, formatDayNear, parseInstant } from '../../contract/zone'
import { goTo, hereUrl } from '../go-to'
import { mayShowItself } from '../opening'
import { urlOf } from '../routes'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'
import { usePresent } from '../use-present'

const minute = 60_000

/** When a seat leaves, with the delay that was reported: epoch ms, and the zone it is written in. */
function leavingOf({ departsAt, delayMinutes }: MySeat): { at: number; zone: string } {
  return { at: (parseInstant(departsAt) ?? 0) + delayMinutes * minute, zone: departsAt.slice(19) || '+08:00' }
}

/** Whether its code can be shown now; by the contract's own rule, because an answer may be one of earlier. */
function isBoardableAt(seat: MySeat, now: number): boolean {
  const { at } = leavingOf(seat)
  return (
    seat.status === 'reserved' &&
    !seat.isTripCancelled &&
    now >= at - boardingOpensBefore * minute &&
    now <= at + boardingClosesAfter * minute
  )
}

function whenOf(seat: MySeat, now: number): string {
  const { at, zone } = leavingOf(seat)
  const day = dayOf(at, zone)
  const near = day === dayOf(now, zone) ? '' : `${formatDayNear(day, now, zone).split(' ')[0]} `
  return `${near}${formatClock(at, zone)}`
}

/** My next ride on home, one tap from its code; a seat held for me that waits for my answer. Nothing when there is none. */
export function NextRide() {
  const { value, problem } = useAsked(getNextRide, {})
  const { now } = usePresent(value, problem !== undefined)
  const seat = value?.seat
  const boardable = seat && isBoardableAt(seat, now) ? seat.reservationId : undefined
  useEffect(() => {
    // Whoever went on to another page by now wants that one.
    if (boardable === undefined || hereUrl() !== urlOf('home') || !mayShowItself(boardable, Date.now())) return
    goTo('pass', { reservationId: boardable })
  })
  const isOffered = seat?.status === 'offered'
  const isPast = seat && !boardable && !isOffered && leavingOf(seat).at + boardingClosesAfter * minute < now
  return (
    <View className='home-part'>
      {seat && !isPast ? (
        <Card isFlush>
          <Row
            icon='bus'
            title={`${whenOf(seat, now)} ${seat.route}`}
            note={
              isOffered
                ? `候补到座位了，给您留到 ${seat.offeredUntil?.slice(11, 16) ?? ''}，点开接受或放弃`
                : `${seat.fromStop}上车${seat.delayMinutes > 0 ? `，晚 ${seat.delayMinutes} 分钟` : ''}`
            }
            tag={seat.isTripCancelled ? '停开' : isOffered ? '待接受' : '乘车码'}
            onTap={() => (isOffered ? goTo('mySeats') : goTo('pass', { reservationId: seat.reservationId }))}
          />
        </Card>
      ) : null}
    </View>
  )
}
