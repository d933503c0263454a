import { View } from '@tarojs/components'
import type { MyRating } from '../../../contract/canteen-ratings'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { answerState } from './rating-words'
import { chipNames, dotted, mealOn, starsText } from './words'
import './my-rating-line.scss'

interface MyRatingLineProps {
  rating: MyRating
  now: number
  zone: string
}

/** One of my ratings in the list: what, how many stars, and whether the kitchen has answered. */
export function MyRatingLine({ rating, now, zone }: MyRatingLineProps) {
  const { ratingId, dish, stars, chips, words, thread } = rating
  const { word, tone } = answerState(rating, now, zone)
  const answers = thread.filter(({ side }) => side === 'kitchen')
  const answer = answers[answers.length - 1]
  return (
    <View
      className='my-rating'
      hoverClass='my-rating-pressed'
      onClick={() => goTo('myRating', { ratingId })}
      role='button'
    >
      <View className='my-rating-head'>
        <View className='my-rating-dish'>{dish}</View>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <View className='my-rating-stars'>
        {dotted(starsText(stars), chips.map((chip) => chipNames[chip]).join('、'))}
      </View>
      <View className='my-rating-words'>{words}</View>
      <View className='my-rating-answer'>{answer ? `食堂：${answer.words}` : ''}</View>
      <View className='my-rating-when'>{mealOn(rating, now, zone)}</View>
    </View>
  )
}
