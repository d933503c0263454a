import { View } from '@tarojs/components'
import type { Stop } from '../../../contract/shuttle-words'
import { showOnMap } from '../../platform/map'
import { Icon } from '../../ui/icon'
import { InGroups } from '../../ui/in-groups'
import './line-stops.scss'

interface LineStopsProps {
  stops: readonly Stop[]
  /** Position of the one whose times are shown. */
  chosen: number
  onChoose: (at: number) => void
}

/** The stops of a direction in order; a tap shows the times there, the drawing its place on the map. */
export function LineStops({ stops, chosen, onChoose }: LineStopsProps) {
  const placed = stops.map((stop, at) => ({ stop, at }))
  return (
    <InGroups items={placed} keyOf={({ at }) => String(at)} className='line-stops'>
      {({ stop: { name, code, lat, lon }, at }) => (
        <View key={at} className={at === chosen ? 'line-stop line-stop-on' : 'line-stop'}>
          <View className='line-stop-name' hoverClass='line-stop-pressed' onClick={() => onChoose(at)} role='button'>
            {`${at + 1}. ${name}${code ? `（${code}）` : ''}`}
          </View>
          {lat !== undefined && lon !== undefined ? (
            <View
              className='line-stop-map'
              hoverClass='line-stop-pressed'
              onClick={() => showOnMap({ name, lat, lon })}
              role='button'
              aria-label={`${name}，在地图上看`}
            >
              <Icon name='place' />
            </View>
          ) : null}
        </View>
      )}
    </InGroups>
  )
}
