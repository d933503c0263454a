import { View } from '@tarojs/components'
import type { Stop } from '../../../contract/shuttle-words'
import { showOnMap } from '../../platform/map'
import { Icon } from '../../ui/icon'
import type { useDepartures } from './use-departures'
import './stop-head.scss'

interface StopHeadProps {
  stop: Stop
  board: ReturnType<typeof useDepartures>
}

/** Which stop it is, with its star, its place on the map, and the way to make it the usual one. */
export function StopHead({ stop, board }: StopHeadProps) {
  const { stopId, name, code, lat, lon } = stop
  const { myStops = [], isFavourite = false } = board.asked.value ?? {}
  const isUsual = myStops[0]?.stopId === stopId
  return (
    <View className='stop-head'>
      <View className='stop-head-words'>
        <View className='stop-head-name'>{name}</View>
        <View className='stop-head-soft'>
          {[code ? `站牌 ${code}` : '', isUsual ? '常用站' : ''].filter(Boolean).join(' · ')}
        </View>
      </View>
      {isFavourite && !isUsual ? (
        <View
          className='stop-head-act'
          hoverClass='stop-head-pressed'
          onClick={() => board.mark(stopId, true, true)}
          role='button'
        >
          设为常用
        </View>
      ) : null}
      {lat !== undefined && lon !== undefined ? (
        <View
          className='stop-head-act'
          hoverClass='stop-head-pressed'
          onClick={() => showOnMap({ name, lat, lon })}
          role='button'
          aria-label='在地图上看'
        >
          <Icon name='place' />
        </View>
      ) : null}
      <View
        className='stop-head-act'
        hoverClass='stop-head-pressed'
        onClick={() => board.mark(stopId, !isFavourite)}
        role='switch'
        aria-checked={isFavourite}
        aria-label='收藏这一站'
      >
        <Icon name={isFavourite ? 'starFull' : 'star'} />
      </View>
    </View>
  )
}
