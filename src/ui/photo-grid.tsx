import { Image, View } from '@tarojs/components'
import { Icon } from './icon'
import './photo-grid.scss'

/** A photo that can be shown, or the place of one that is on its way. */
export interface ShownPhoto {
  key: string
  /** Where it is shown from; absent while it has not come. */
  address?: string
  /** What is the matter with it, in a few words: 上传中, 没有传上. */
  note?: string
}

interface PhotoGridProps {
  photos: readonly ShownPhoto[]
  onLook: (key: string) => void
  /** With it each photo can be taken away. */
  onRemove?: (key: string) => void
  /** With it there is a place to add one more. */
  onAdd?: () => unknown
  /** What stands in that place: 拍照或选照片 2/6. */
  addLabel?: string
}

/** Photos side by side, each opening large. */
export function PhotoGrid({ photos, onLook, onRemove, onAdd, addLabel = '添加照片' }: PhotoGridProps) {
  return (
    <View className='ui-photos'>
      {photos.map(({ key, address, note }, at) => (
        <View key={key} className='ui-photo'>
          <View
            className='ui-photo-frame'
            hoverClass='ui-photo-pressed'
            onClick={() => onLook(key)}
            role='button'
            aria-label={`查看照片 ${at + 1}`}
          >
            {address === undefined ? (
              <Icon name='camera' isLarge />
            ) : (
              <Image className='ui-photo-image' src={address} mode='aspectFill' />
            )}
          </View>
          <View className='ui-photo-note' aria-live='polite'>
            {note ?? ''}
          </View>
          {onRemove ? (
            <View
              className='ui-photo-remove'
              hoverClass='ui-photo-pressed'
              onClick={() => onRemove(key)}
              role='button'
              aria-label={`删除照片 ${at + 1}`}
            >
              <Icon name='close' />
            </View>
          ) : null}
        </View>
      ))}
      {onAdd ? (
        <View className='ui-photo ui-photo-add' hoverClass='ui-photo-pressed' onClick={onAdd} role='button'>
          <Icon name='camera' isLarge />
          <View className='ui-photo-word'>{addLabel}</View>
        </View>
      ) : null}
    </View>
  )
}
