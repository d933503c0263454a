import { View } from '@tarojs/components'
import type { MyRating } from '../../../contract/canteen-ratings'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'
import { RatingPhotos } from './rating-photos'
import { RatingThread } from './rating-thread'
import { actionText, answerState, seenText } from './rating-words'
import { chipNames, dotted, mealOn, momentText, starsText, starWords } from './words'
import './my-rating-card.scss'

interface MyRatingCardProps {
  rating: MyRating
  now: number
  zone: string
}

/** What I said of a dish, who sees it, what the kitchen answered and what it does about it. */
export function MyRatingCard({ rating, now, zone }: MyRatingCardProps) {
  const { dish, window, canteen, stars, chips, words, photoIds, ratedAt, editedAt, moderation, thread } = rating
  const { word, tone, text } = answerState(rating, now, zone)
  const action = actionText(rating)
  return (
    <Card title={dish} action={<Badge tone={tone}>{word}</Badge>}>
      <View className='rated-soft'>{dotted(mealOn(rating, now, zone), canteen, window)}</View>
      <View className='rated-stars'>
        {dotted(`${starsText(stars)} ${starWords[stars - 1] ?? ''}`, chips.map((chip) => chipNames[chip]).join('、'))}
      </View>
      <View className='rated-line'>{words}</View>
      <View className='rated-photos'>{photoIds.length > 0 ? <RatingPhotos photoIds={photoIds} /> : null}</View>
      <View className='rated-soft rated-when'>
        {dotted(`${momentText(ratedAt, now, zone)} 评价`, editedAt ? `${momentText(editedAt, now, zone)} 修改` : '')}
      </View>
      <View className='rated-soft'>{seenText[moderation]}</View>
      <RatingThread thread={thread} />
      <View className='rated-line'>{text}</View>
      <View className='rated-action'>{action}</View>
    </Card>
  )
}
