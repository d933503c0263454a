import { View } from '@tarojs/components'
import { mostCharacters } from '../../../contract/survey-definition'
import { Field } from '../../ui/field'
import type { ItemProps } from './item-props'

function limitsOf({ min, max, unit }: ItemProps<'number'>['item']): string {
  const of = unit ? `（${unit}）` : ''
  if (min !== undefined && max !== undefined) return `填一个 ${min} 到 ${max} 之间的数${of}`
  if (min !== undefined) return `填一个数，不小于 ${min}${of}`
  return max === undefined ? `填一个数${of}` : `填一个数，不大于 ${max}${of}`
}

/** Words or a number. */
export function ItemField({ item, answer, onWrite }: ItemProps<'text' | 'longText' | 'number'>) {
  if (item.kind === 'number') {
    const before = answer && 'number' in answer && Number.isFinite(answer.number) ? String(answer.number) : ''
    return (
      <Field
        label={limitsOf(item)}
        defaultValue={before}
        maxLength={12}
        // a phone's keyboard of digits has no minus
        type={item.min !== undefined && item.min >= 0 ? 'digit' : 'text'}
        onText={(text) => onWrite(text.trim() === '' ? undefined : { number: Number(text) })}
      />
    )
  }
  const most = mostCharacters[item.kind]
  return (
    <View>
      <Field
        label={`最多 ${most} 字`}
        defaultValue={answer && 'text' in answer ? answer.text : ''}
        maxLength={most}
        isLong={item.kind === 'longText'}
        onText={(text) => onWrite({ text })}
      />
    </View>
  )
}
