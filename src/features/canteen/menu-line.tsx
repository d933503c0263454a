import { View } from '@tarojs/components'
import type { MenuRow } from './menu-rows'
import './menu-line.scss'

interface MenuLineProps {
  row: MenuRow
  onOpen: () => void
  onHeart: () => void
  /** With it a limited dish can be reserved, or given back. */
  onReserve?: () => void
}

/**
 * One dish of a menu. Its words lie in few nodes, and the nodes are the same for every dish: that is what keeps a menu of
 * twenty dishes, and changing to another one, small.
 */
export function MenuLine({ row, onOpen, onHeart, onReserve }: MenuLineProps) {
  const { window, name, price, facts, mark, isOut, isFavourite, placesLeft, isReserved } = row
  const isLimited = placesLeft !== undefined
  const mayReserve = onReserve !== undefined && (isReserved || (placesLeft ?? 0) > 0)
  return (
    <View>
      <View className='ml-window'>{window}</View>
      <View className={isOut ? 'ml ml-out' : 'ml'}>
        <View className='ml-body' hoverClass='ml-pressed' onClick={onOpen} role='button'>
          <View className='ml-head'>
            <View className='ml-name'>{name}</View>
            <View className='ml-price'>{price}</View>
          </View>
          <View className='ml-facts'>{facts}</View>
          <View className={mark ? `ml-mark ml-${mark.level}` : 'ml-mark'}>{mark?.words ?? ''}</View>
        </View>
        <View
          className={isFavourite ? 'ui-icon ui-icon-heartFull ml-heart' : 'ui-icon ui-icon-heart ml-heart'}
          hoverClass='ml-heart-pressed'
          onClick={onHeart}
          role='checkbox'
          aria-checked={isFavourite}
          aria-label={`收藏${name}`}
        />
      </View>
      <View className='ml-limit'>
        {isLimited ? (
          <View
            className={limitLook(isReserved, mayReserve)}
            hoverClass={mayReserve ? 'ml-pressed' : 'none'}
            onClick={() => {
              if (mayReserve) onReserve()
            }}
            role='button'
          >
            {limitWords(placesLeft, isReserved, mayReserve)}
          </View>
        ) : null}
      </View>
    </View>
  )
}

/** What can be tapped has a frame; what only tells has none. */
function limitLook(isReserved: boolean, mayReserve: boolean): string {
  if (!mayReserve) return 'ml-limit-told'
  return isReserved ? 'ml-reserve ml-reserved' : 'ml-reserve'
}

function limitWords(left: number, isReserved: boolean, mayChange: boolean): string {
  if (isReserved) return mayChange ? '✓ 已给您留一份，点此不要了' : '✓ 已给您留一份'
  if (left === 0) return '限量，已约满'
  return mayChange ? `限量，剩 ${left} 份，点此留一份` : `限量，剩 ${left} 份`
}
