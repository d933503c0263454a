import { View } from '@tarojs/components'
import { mostCharacters, type SurveyOption } from '../../../contract/survey-definition'
import { Field } from '../../ui/field'
import type { ItemProps } from './item-props'
import { optionsInOrder } from './option-order'
import './item-choice.scss'

/** The options after one was tapped: an exclusive one stands alone. */
function toggled(options: readonly SurveyOption[], chosen: readonly string[], tapped: SurveyOption): string[] {
  if (chosen.indexOf(tapped.code) >= 0) return chosen.filter((code) => code !== tapped.code)
  if (tapped.isExclusive) return [tapped.code]
  const alone = options.filter(({ isExclusive }) => isExclusive).map(({ code }) => code)
  return [...chosen.filter((code) => alone.indexOf(code) < 0), tapped.code]
}

function limitsText(least: number, most: number | undefined): string {
  if (most !== undefined) return least > 0 ? `选 ${least} 到 ${most} 项` : `最多选 ${most} 项`
  return least > 1 ? `至少选 ${least} 项` : '可以选几项'
}

/** One or several options, one below the other; 其他 opens a line to write in. */
export function ItemChoice({ item, answer, onAnswer, onWrite, seed }: ItemProps<'single' | 'multiple'>) {
  const isSingle = item.kind === 'single'
  const chosen =
    answer && 'options' in answer
      ? answer.options
      : answer && 'option' in answer && answer.option
        ? [answer.option]
        : []
  const other = answer && 'other' in answer ? answer.other : undefined
  const takesWords = item.options.some(({ code, isOther }) => isOther && chosen.indexOf(code) >= 0)
  const made = (codes: readonly string[], words: string | undefined) => {
    const kept = item.options.some(({ code, isOther }) => isOther && codes.indexOf(code) >= 0) && words
    const more = kept ? { other: kept } : {}
    return isSingle ? { option: codes[0] ?? '', ...more } : { options: codes, ...more }
  }
  const tap = (option: SurveyOption) => {
    const codes = isSingle
      ? chosen[0] === option.code && !item.isRequired
        ? []
        : [option.code]
      : toggled(item.options, chosen, option)
    onAnswer(made(codes, other))
  }
  return (
    <View>
      <View className='choice-limits'>{item.kind === 'multiple' ? limitsText(item.least, item.most) : ''}</View>
      <View className='choice-options' role={isSingle ? 'radiogroup' : 'group'} aria-label={item.title}>
        {optionsInOrder(item, seed).map((option) => {
          const isOn = chosen.indexOf(option.code) >= 0
          return (
            <View
              key={option.code}
              className={isOn ? 'choice choice-on' : 'choice'}
              hoverClass='choice-pressed'
              onClick={() => tap(option)}
              role={isSingle ? 'radio' : 'checkbox'}
              aria-checked={isOn}
            >
              <View className={isSingle ? 'choice-mark choice-mark-round' : 'choice-mark'}>{isOn ? '✓' : ''}</View>
              <View className='choice-text'>{option.text}</View>
            </View>
          )
        })}
      </View>
      <View className='choice-other'>
        {takesWords ? (
          <Field
            label='请写一写'
            defaultValue={other ?? ''}
            maxLength={mostCharacters.other}
            onText={(words) => onWrite(made(chosen, words))}
          />
        ) : null}
      </View>
    </View>
  )
}
