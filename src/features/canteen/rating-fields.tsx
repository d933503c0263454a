import { View } from '@tarojs/components'
import { mostRatingPhotos, ratingChips } from '../../../contract/canteen-ratings'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import type { RatingForm } from './use-rating-form'
import { chipNames, starWords } from './words'
import './rating-fields.scss'

interface RatingFieldsProps {
  rating: RatingForm
  trouble: string | undefined
  /** What the button says: 提交, 保存修改. */
  action: string
  onSubmit: () => Promise<unknown>
  /** Photos the cloud has already. */
  photosThere?: number
}

const chipChoices = ratingChips.map((value) => ({ value, label: chipNames[value] }))

/** What there is to say beside the stars, and the button that sends it; nothing of it has to be filled in. */
export function RatingFields({ rating, trouble, action, onSubmit, photosThere = 0 }: RatingFieldsProps) {
  const { form } = rating
  const most = mostRatingPhotos - photosThere
  return (
    <View className='rating-fields'>
      <View className='rating-word'>{`${form.stars} 星 · ${starWords[form.stars - 1] ?? ''}`}</View>
      <View className='rating-label'>{form.stars >= 4 ? '哪里好（可不选）' : '哪里要改进（可不选）'}</View>
      <Chips label='原因' choices={chipChoices} chosen={form.chips} onTap={rating.toggleChip} />
      <Field
        label='想说的话'
        isLong
        maxLength={300}
        defaultValue={rating.current().words}
        placeholder='可不填。厨房看不到您的名字'
        onText={rating.write}
      />
      <View>
        {most > 0 ? (
          <PhotoPicker addresses={form.photos} onChange={(photos) => rating.change({ photos })} most={most} />
        ) : null}
      </View>
      <View className='rating-trouble' aria-live='assertive'>
        {trouble ?? ''}
      </View>
      <Button onTap={onSubmit}>{action}</Button>
    </View>
  )
}
