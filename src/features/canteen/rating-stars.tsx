import { View } from '@tarojs/components'
import { starWords } from './words'
import './rating-stars.scss'

interface RatingStarsProps {
  /** What is rated, for those who hear it. */
  label: string
  /** None yet: 0. */
  chosen: number
  onChoose: (stars: number) => void
}

/** Five stars as letters: one node each, because a list shows many of them at once. */
export function RatingStars({ label, chosen, onChoose }: RatingStarsProps) {
  return (
    <View className='stars-line' role='radiogroup' aria-label={label}>
      {starWords.map((word, at) => (
        <View
          key={word}
          className={at < chosen ? 'stars-one stars-on' : 'stars-one'}
          hoverClass='stars-pressed'
          onClick={() => onChoose(at + 1)}
          role='radio'
          aria-checked={at + 1 === chosen}
          aria-label={`${at + 1} 星`}
        >
          {at < chosen ? '★' : '☆'}
        </View>
      ))}
    </View>
  )
}
