import { View } from '@tarojs/components'
import type { MenuDish } from '../../../contract/canteen'
import type { Avoidance } from '../../../contract/canteen-allergens'
import { goTo } from '../../go-to'
import { allergenLine, dietsText, markOf } from './label-words'
import { dotted, scoreText, sinceText, spiceNames } from './words'
import './menu-line.scss'

interface DishLineProps {
  dish: MenuDish
  avoided: Avoidance
  /** When it is served next, in words. */
  next: string
}

/** One dish of a list that is no menu. */
export function DishLine({ dish, avoided, next }: DishLineProps) {
  const { dishId, name, labels, spice, score, isFavourite } = dish
  const mark = markOf(labels, avoided)
  const facts = dotted(
    scoreText(score),
    spice > 0 ? spiceNames[spice] : '',
    dietsText(labels.diets),
    next ? '' : sinceText(dish),
  )
  return (
    <View className='ml-body ml-whole' hoverClass='ml-pressed' onClick={() => goTo('dish', { dishId })} role='button'>
      <View className='ml-head'>
        <View className='ml-name'>{isFavourite ? `${name} ♥` : name}</View>
        <View className='ml-price'>{next}</View>
      </View>
      <View className='ml-facts'>{[facts, allergenLine(labels)].filter(Boolean).join('\n')}</View>
      <View className={mark ? `ml-mark ml-${mark.level}` : 'ml-mark'}>{mark?.words ?? ''}</View>
    </View>
  )
}
