import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import type { ItemProps } from './item-props'
import { optionsInOrder } from './option-order'
import './item-choice.scss'
import './item-ranking.scss'

/** Options tapped in their order: the number is the place. A tap on a placed one takes it out again. */
export function ItemRanking({ item, answer, onAnswer, seed }: ItemProps<'ranking'>) {
  const placed = answer && 'options' in answer ? answer.options : []
  const left = item.options.length - placed.length
  const tap = (code: string) =>
    onAnswer({
      options: placed.indexOf(code) >= 0 ? placed.filter((other) => other !== code) : [...placed, code],
    })
  return (
    <View>
      <View className='choice-limits'>
        {left > 0 ? `最看重的先点，依次排下去，还剩 ${left} 项` : '排好了；点一项可以拿出来重排'}
      </View>
      <View className='choice-options' role='group' aria-label={item.title}>
        {optionsInOrder(item, seed).map(({ code, text }) => {
          const place = placed.indexOf(code) + 1
          return (
            <View
              key={code}
              className={place > 0 ? 'choice choice-on' : 'choice'}
              hoverClass='choice-pressed'
              onClick={() => tap(code)}
              role='button'
              aria-label={place > 0 ? `${text}，排第 ${place}` : `${text}，还没排`}
            >
              <View className='choice-mark choice-mark-round ranking-mark'>{place > 0 ? String(place) : ''}</View>
              <View className='choice-text'>{text}</View>
            </View>
          )
        })}
      </View>
      <View className='ranking-again'>
        {placed.length > 0 ? (
          <Button kind='link' isSmall onTap={() => onAnswer({ options: [] })}>
            重新排
          </Button>
        ) : null}
      </View>
    </View>
  )
}
