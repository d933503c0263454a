import { View } from '@tarojs/components'
import type { ValueOf } from '../../../contract/procedure'
import type { listLines } from '../../../contract/shuttle'
import { goTo } from '../../go-to'
import { LineBadge } from './line-badge'
import { nameOfRoute } from './route-words'
import { clockOf, dotted } from './words'
import './line-row.scss'

/** A line of the list: its name, its ends, and from when to when it runs. */
export function LineRow({ line }: { line: ValueOf<typeof listLines>['lines'][number] }) {
  const { routeId, longName, shortName, color, textColor, runs, firstAt, lastAt, trips, ends, isReservable } = line
  const hours = firstAt && lastAt ? `${clockOf(firstAt)}–${clockOf(lastAt)}` : ''
  return (
    <View
      className='line-row'
      hoverClass='line-row-pressed'
      onClick={() => goTo('shuttleLine', { routeId })}
      role='button'
    >
      <LineBadge name={nameOfRoute(line)} color={color} textColor={textColor} />
      <View className='line-row-words'>
        <View>{ends.length > 0 ? ends.join(' ↔ ') : longName}</View>
        <View className='line-row-soft'>
          {runs
            ? dotted(`今天 ${hours}`, `${trips} 班`, isReservable && '可预约')
            : dotted('今天不开', shortName && longName)}
        </View>
      </View>
    </View>
  )
}
