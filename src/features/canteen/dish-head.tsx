import { View } from '@tarojs/components'
import type { getDish } from '../../../contract/canteen'
import type { ValueOf } from '../../../contract/procedure'
import { Button } from '../../ui/button'
import { dietsText } from './label-words'
import { dotted, scoreText, sinceText, spiceNames } from './words'
import './dish-head.scss'

export type Dish = ValueOf<typeof getDish>

/** What a bar of the distribution says: 5 星 62. */
function Bars({ distribution }: { distribution: readonly number[] }) {
  const most = Math.max(1, ...distribution)
  return (
    <View className='dish-bars'>
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = distribution[stars - 1] ?? 0
        const share = Math.round((count / most) * 100)
        return (
          <View key={stars} className='dish-bar' style={{ backgroundSize: `${share}% 100%, 100% 100%` }}>
            {`${stars} 星 · ${count} 人`}
          </View>
        )
      })}
    </View>
  )
}

/** Name, score with how it came about, and keeping it as a favourite. */
export function DishHead({ dish, onFavourite }: { dish: Dish; onFavourite: () => Promise<unknown> }) {
  const total = dish.distribution.reduce((sum, count) => sum + count, 0)
  return (
    <View className='dish-head'>
      <View className='dish-name'>{dish.name}</View>
      <View className='dish-facts'>
        {dotted(dish.spice > 0 ? spiceNames[dish.spice] : '', dietsText(dish.labels.diets), sinceText(dish))}
      </View>
      <View className='dish-note'>{dish.note}</View>
      <View className='dish-score'>{total > 0 ? scoreText(dish.score) : '还没有人评价'}</View>
      <View>{total > 0 ? <Bars distribution={dish.distribution} /> : null}</View>
      <Button kind='plain' onTap={onFavourite}>
        {dish.isFavourite ? '♥ 已收藏' : '♡ 收藏，上菜单时告诉我'}
      </Button>
    </View>
  )
}
