import { View } from '@tarojs/components'
import { Icon } from './icon'
import './quick-tiles.scss'
import type { Tile } from './tiles'

/** Short ways side by side in one line: a drawing and a word each; in 关怀模式 as many to a line as fit. */
export function QuickTiles({ tiles }: { tiles: readonly Omit<Tile, 'note'>[] }) {
  return (
    <View className='ui-quick'>
      {tiles.map(({ icon, title, onTap }) => (
        <View key={title} className='ui-quick-tile' hoverClass='ui-quick-pressed' onClick={onTap} role='button'>
          <Icon name={icon} isLarge />
          <View>{title}</View>
        </View>
      ))}
    </View>
  )
}
