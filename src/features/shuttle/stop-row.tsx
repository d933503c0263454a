import { View } from '@tarojs/components'
import type { Stop } from '../../../contract/shuttle-words'
import { Icon } from '../../ui/icon'
import { dotted } from './words'
import './stop-row.scss'

interface StopRowProps {
  stop: Stop & { routes: readonly string[]; isFavourite: boolean }
  onTap: () => unknown
  onStar?: (stopId: string, isFavourite: boolean) => unknown
}

/** A stop of a list: its name, its lines, and the star that keeps it. */
export function StopRow({ stop, onTap, onStar }: StopRowProps) {
  const { stopId, name, code, routes, isFavourite } = stop
  return (
    <View className='stop-row'>
      <View className='stop-row-words' hoverClass='stop-row-pressed' onClick={onTap} role='button'>
        <View>{name}</View>
        <View className='stop-row-soft'>{dotted(code && `站牌 ${code}`, routes.join('、'))}</View>
      </View>
      {onStar ? (
        <View
          className='stop-row-star'
          hoverClass='stop-row-pressed'
          onClick={() => onStar(stopId, !isFavourite)}
          role='switch'
          aria-checked={isFavourite}
          aria-label={`收藏 ${name}`}
        >
          <Icon name={isFavourite ? 'starFull' : 'star'} />
        </View>
      ) : null}
    </View>
  )
}
