import { View } from '@tarojs/components'
import { Chips } from '../../ui/chips'
import type { ItemProps } from './item-props'
import { dontKnowText, satisfactionWords } from './words'
import './item-points.scss'

interface Points {
  from: number
  to: number
  low: string
  high: string
  hasDontKnow: boolean
}

function pointsOf(item: ItemProps<'scale' | 'nps' | 'csat'>['item']): Points {
  if (item.kind === 'nps') return { from: 0, to: 10, low: '0 完全不愿意', high: '10 非常愿意', hasDontKnow: false }
  if (item.kind === 'csat') return { from: 1, to: 5, low: '', high: '', hasDontKnow: item.hasDontKnow }
  const { from, to, lowLabel, highLabel, hasDontKnow } = item
  return {
    from,
    to,
    low: lowLabel && `${from} ${lowLabel}`,
    high: highLabel && `${to} ${highLabel}`,
    hasDontKnow,
  }
}

/** Seven to ten points stand in two lines of the same length, or nearly. */
function linesOf({ from, to }: Points): string {
  const count = to - from + 1
  return count > 6 && count < 11 ? ` points-${Math.ceil(count / 2)}` : ''
}

/** Points side by side; of a CSAT each with its word, else the two ends named below. */
export function ItemPoints({ item, answer, onAnswer }: ItemProps<'scale' | 'nps' | 'csat'>) {
  const points = pointsOf(item)
  const { from, to, low, high, hasDontKnow } = points
  const chosen = answer && 'number' in answer ? answer.number : undefined
  const isUnknown = answer !== undefined && 'dontKnow' in answer
  const words: readonly string[] = item.kind === 'csat' ? satisfactionWords : []
  return (
    <View>
      <View
        className={words.length > 0 ? 'points points-words' : `points${linesOf(points)}`}
        role='radiogroup'
        aria-label={item.title}
      >
        {Array.from({ length: to - from + 1 }, (_, at) => from + at).map((point) => {
          const isOn = point === chosen
          return (
            <View
              key={point}
              className={isOn ? 'point point-on' : 'point'}
              hoverClass='point-pressed'
              onClick={() => onAnswer(isOn && !item.isRequired ? undefined : { number: point })}
              role='radio'
              aria-checked={isOn}
              aria-label={`${point} 分${words[point - 1] ?? ''}`}
            >
              <View className='point-number'>{isOn ? `✓${point}` : String(point)}</View>
              <View className='point-word'>{words[point - 1] ?? ''}</View>
            </View>
          )
        })}
      </View>
      <View className='point-ends'>
        {low || high ? (
          <>
            <View>{low}</View>
            <View className='point-end-high'>{high}</View>
          </>
        ) : null}
      </View>
      <View className='point-unknown'>
        {hasDontKnow ? (
          <Chips
            label={dontKnowText}
            choices={[{ value: 'dontKnow', label: dontKnowText }]}
            chosen={isUnknown ? ['dontKnow'] : []}
            onTap={() => onAnswer(isUnknown ? undefined : { dontKnow: true })}
          />
        ) : null}
      </View>
    </View>
  )
}
