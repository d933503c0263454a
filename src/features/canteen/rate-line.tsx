import { View } from '@tarojs/components'
import { useState } from 'react'
import { rateServing } from '../../../contract/canteen-ratings'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { askForReminders } from '../../platform/reminders'
import { Button } from '../../ui/button'
import { PhotoProgress } from '../../ui/photo-progress'
import { ratingPhotos } from './photos'
import { RatingFields } from './rating-fields'
import { RatingStars } from './rating-stars'
import { rateSentences } from './sentences'
import type { Rateable } from './use-rateable'
import { useRatingForm } from './use-rating-form'
import './rate-line.scss'

interface RateLineProps {
  item: Rateable
  /** Whether its fields are shown; the stars always are. */
  isOpen: boolean
  onOpen: () => void
  onDone: () => void
}

/** One dish to rate: its stars; once one is tapped also what else can be said; and thanks when it is sent. */
export function RateLine({ item, isOpen, onOpen, onDone }: RateLineProps) {
  const rating = useRatingForm(`rating.${item.servingId}`)
  const [trouble, setTrouble] = useState<string>()
  const [doneAs, setDoneAs] = useState<string>()
  const [ratedBefore, setRatedBefore] = useState<string>()
  const submit = async () => {
    // WeChat allows the question only directly in the tap, before anything is awaited.
    askForReminders()
    setTrouble(undefined)
    const { stars, chips, words, photos } = rating.current()
    const wish = { servingId: item.servingId, stars, chips, words }
    try {
      const answer = await call(rateServing, wish, rating.keyOf(wish))
      if ('value' in answer) {
        const { ratingId } = answer.value
        rating.forget()
        setDoneAs(ratingId)
        onDone()
        // not awaited: it is rated, and the photos follow
        ratingPhotos.send(
          ratingId,
          photos.map((address) => ({ address })),
        )
        return
      }
      rating.forgetKey()
      setTrouble(rateSentences[answer.refusal])
      const known = answer.detail?.ratingId
      if (answer.refusal === 'RATED_ALREADY' && typeof known === 'string') setRatedBefore(known)
    } catch (thrown) {
      setTrouble(sentenceOf(thrown))
    }
  }
  const known = doneAs ?? ratedBefore
  return (
    <View className='rate-line'>
      <View className='rate-dish'>{item.dish}</View>
      <View className='rate-window'>{item.window}</View>
      {/* What comes and goes has a node of its own, so that only it is sent. */}
      <View>
        {doneAs ? (
          <View className='rate-thanks' aria-live='polite'>
            {`✓ 谢谢，已评 ${rating.form.stars} 星`}
          </View>
        ) : (
          <RatingStars
            label={item.dish}
            chosen={rating.form.stars}
            onChoose={(stars) => {
              rating.change({ stars })
              onOpen()
            }}
          />
        )}
      </View>
      <View>
        {isOpen && !doneAs ? <RatingFields rating={rating} trouble={trouble} action='提交' onSubmit={submit} /> : null}
      </View>
      <View>
        {known ? (
          <View>
            <PhotoProgress photos={ratingPhotos} recordId={known} />
            <Button kind='link' onTap={() => goTo('myRating', { ratingId: known, edit: ratedBefore ? 1 : undefined })}>
              {ratedBefore ? '去修改原来的评价' : '看这条评价'}
            </Button>
          </View>
        ) : null}
      </View>
    </View>
  )
}
