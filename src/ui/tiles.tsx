import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import './tiles.scss'

export interface Tile {
  icon: IconName
  title: string
  note: string
  onTap: () => unknown
}

/** Services side by side, two to a line (one in 关怀模式). */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <View className='ui-tiles'>
      {tiles.map(({ icon, title, note, onTap }) => (
        <View key={title} className='ui-tile' hoverClass='ui-tile-pressed' onClick={onTap} role='button'>
          <View className='ui-tile-icon'>
            <Icon name={icon} isLarge />
          </View>
          <View className='ui-tile-words'>
            <View className='ui-tile-title'>{title}</View>
            <View className='ui-tile-note'>{note}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
