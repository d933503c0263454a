import { View } from '@tarojs/components'
import type { Choice } from './chips'
import './segmented.scss'

interface SegmentedProps<Value extends string> {
  choices: readonly Choice<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** Two to four views of the same thing, one of them open. */
export function Segmented<Value extends string>({ choices, chosen, onChoose }: SegmentedProps<Value>) {
  return (
    <View className='ui-segmented' role='tablist'>
      {choices.map(({ value, label }) => (
        <View
          key={value}
          className={value === chosen ? 'ui-segment ui-segment-on' : 'ui-segment'}
          hoverClass='ui-segment-pressed'
          onClick={() => onChoose(value)}
          role='tab'
          aria-selected={value === chosen}
        >
          {label}
        </View>
      ))}
    </View>
  )
}
