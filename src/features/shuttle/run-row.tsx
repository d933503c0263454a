import { View } from '@tarojs/components'
import type { Run } from '../../../contract/shuttle-fleet'
import { goTo } from '../../go-to'
import { LineBadge } from './line-badge'
import { nameOfRoute } from './route-words'
import { dotted, headwayText, lateText, leavesIn, movedBy, whenText } from './words'
import './run-row.scss'

/** How a trip stands, in few words. */
export function runState({ isCancelled, isClosed, delayMinutes }: Run): string {
  if (isCancelled) return '停开'
  if (isClosed) return '已结束'
  return delayMinutes > 0 ? lateText(delayMinutes) : ''
}

/** The look of that word: only what is out of order stands out. */
export const runStateClass = ({ isCancelled, isClosed }: Run): string =>
  isClosed && !isCancelled ? 'run-state run-state-over' : 'run-state'

/** A trip of today: when, which line, and how many are on board of those who reserved. */
export function RunRow({ run, now }: { run: Run; now: number }) {
  const { tripId, day, route, headsign, departsAt, delayMinutes, plate, driver, isMine } = run
  const { reserved, boarded, isReservable, headwaySeconds } = run
  return (
    <View className='run-row' hoverClass='run-row-pressed' onClick={() => goTo('run', { tripId, day })} role='button'>
      <View className='run-row-head'>
        <View className='run-row-clock'>{whenText(movedBy(departsAt, delayMinutes), now)}</View>
        <LineBadge name={nameOfRoute(route)} color={route.color} textColor={route.textColor} />
        <View className={runStateClass(run)}>{runState(run)}</View>
      </View>
      <View>{dotted(`往 ${headsign}`, headwaySeconds !== undefined && headwayText(headwaySeconds))}</View>
      <View className='run-row-soft'>
        {dotted(
          isReservable && `${boarded} / ${reserved} 已上车`,
          plate,
          isMine ? '我的班' : driver,
          !run.isClosed && !run.isCancelled && leavesIn(movedBy(departsAt, delayMinutes), now),
        )}
      </View>
    </View>
  )
}
