import { View } from '@tarojs/components'
import { Icon } from './icon'
import './stars.scss'

interface StarsProps {
  /** What is rated, for those who hear it. */
  label: string
  /** What each number of stars says, from one on; there are as many stars as words. */
  words: readonly string[]
  /** None chosen yet: 0. */
  chosen: number
  onChoose: (count: number) => void
  /** What stands below while none is chosen. */
  hint: string
}

/** Stars to tap, and below them in words what was tapped. */
export function Stars({ label, words, chosen, onChoose, hint }: StarsProps) {
  return (
    <View>
      <View className='ui-stars' aria-label={label}>
        {words.map((word, at) => {
          const count = at + 1
          return (
            <View
              key={word}
              className={count <= chosen ? 'ui-star ui-star-on' : 'ui-star'}
              hoverClass='ui-star-pressed'
              onClick={() => onChoose(count)}
              role='radio'
              aria-checked={count === chosen}
              aria-label={`${count} 星，${word}`}
            >
              <Icon name={count <= chosen ? 'starFull' : 'star'} isLarge />
            </View>
          )
        })}
      </View>
      <View className='ui-stars-word'>{chosen > 0 ? `${chosen} 星 · ${words[chosen - 1]}` : hint}</View>
    </View>
  )
}
