import { View } from '@tarojs/components'
import type { MyMeal } from '../../../contract/canteen-meals'
import { answerMeal, type Wish, wishChoices, wishOf } from '../../meal-answer'
import { changeUntil, portionNames } from '../../meal-words'
import { Answers } from '../../ui/answers'
import { Badge } from '../../ui/badge'
import { dotted, hoursText, mealOn } from './words'
import './my-meal-line.scss'

interface MyMealLineProps {
  meal: MyMeal
  /** Epoch ms. */
  now: number
  zone: string
  onChanged: () => Promise<unknown>
}

/** One meal I answered for: what I said, and until the cut-off the answers to say otherwise. */
export function MyMealLine({ meal, now, zone, onChanged }: MyMealLineProps) {
  const { canteen, opensAt, closesAt, cutoffAt, answer, portion, servingIds, dishes, note, mayChange } = meal
  const isEating = answer === 'eats'
  const change = async (wish: Wish) => {
    await answerMeal(meal, wish, wish === 'skips' ? [] : servingIds)
    await onChanged()
  }
  return (
    <View className='my-meal'>
      <View className='my-meal-head'>
        <View className='my-meal-when'>{mealOn(meal, now, zone)}</View>
        <Badge tone={isEating ? 'brand' : 'quiet'}>{isEating ? `吃 · ${portionNames[portion]}` : '不吃'}</Badge>
      </View>
      <View className='my-meal-soft'>{dotted(canteen, hoursText(opensAt, closesAt, zone))}</View>
      <View className='my-meal-words'>{isEating ? dishes.join('、') : ''}</View>
      <View className='my-meal-words'>{note ? `备注：${note}` : ''}</View>
      <View className='my-meal-answers'>
        {mayChange ? <Answers label='改一下' choices={wishChoices} chosen={wishOf(meal)} onChoose={change} /> : null}
      </View>
      <View className='my-meal-soft'>{changeUntil(cutoffAt, now, zone)}</View>
    </View>
  )
}
