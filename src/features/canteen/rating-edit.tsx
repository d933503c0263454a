import { View } from '@tarojs/components'
import type { MyRating } from '../../../contract/canteen-ratings'
import { Card } from '../../ui/card'
import { ratingPhotos } from './photos'
import { RatingFields } from './rating-fields'
import { RatingStars } from './rating-stars'
import { type RatingForm, useRatingForm } from './use-rating-form'

interface RatingEditProps {
  rating: MyRating
  onSave: (form: RatingForm) => Promise<boolean>
  onDone: () => void
}

/** Changes a rating of mine: everything but the photos it has. */
export function RatingEdit({ rating, onSave, onDone }: RatingEditProps) {
  const { ratingId, dish, stars, chips, words, photoIds } = rating
  const form = useRatingForm(`edit.${ratingId}`, { stars, chips, words, photos: [] })
  const submit = async () => {
    const { photos } = form.current()
    if (!(await onSave(form))) return
    onDone()
    await ratingPhotos.send(
      ratingId,
      photos.map((address) => ({ address })),
    )
  }
  return (
    <Card title='修改评价'>
      <View>
        <RatingStars label={dish} chosen={form.form.stars} onChoose={(next) => form.change({ stars: next })} />
        <RatingFields
          rating={form}
          trouble={undefined}
          action='保存修改'
          onSubmit={submit}
          photosThere={photoIds.length}
        />
      </View>
    </Card>
  )
}
