import { Input, Textarea, View } from '@tarojs/components'
import { spokenLabel } from '../platform/spoken'
import './field.scss'

interface FieldProps {
  label: string
  /** Called with the text at each change. The field keeps the text itself: writing it back would lose letters. */
  onText: (text: string) => void
  defaultValue?: string
  maxLength: number
  placeholder?: string
  /** What is wrong with it, as a sentence. */
  problem?: string
  /** `digit` is a number with a decimal point. */
  type?: 'text' | 'number' | 'digit' | 'idcard'
  isLong?: boolean
  onDone?: () => void
}

/** A line (or several) to write in, with its label above. Uncontrolled. */
export function Field({ label, onText, defaultValue = '', maxLength, placeholder = '', problem, ...more }: FieldProps) {
  const { type = 'text', isLong = false, onDone } = more
  const className = problem ? 'ui-field-input ui-field-wrong' : 'ui-field-input'
  return (
    <View className='ui-field'>
      <View className='ui-field-label'>{label}</View>
      {isLong ? (
        <Textarea
          className={`${className} ui-field-long`}
          defaultValue={defaultValue}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass='ui-field-placeholder'
          onInput={(event) => onText(event.detail.value)}
          {...spokenLabel(label)}
        />
      ) : (
        <Input
          className={className}
          type={type}
          defaultValue={defaultValue}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass='ui-field-placeholder'
          onInput={(event) => onText(event.detail.value)}
          onConfirm={onDone}
          {...spokenLabel(label)}
        />
      )}
      <View className='ui-field-problem' aria-live='polite'>
        {problem ?? ''}
      </View>
    </View>
  )
}
