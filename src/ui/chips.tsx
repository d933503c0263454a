import { View } from '@tarojs/components'
import './chips.scss'

export interface Choice<Value extends string | number> {
  value: Value
  label: string
  isDisabled?: boolean
}

interface ChipsProps<Value extends string | number> {
  /** What is chosen here, for screen readers. */
  label: string
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  /** Called with the one that was tapped; whether it joins, leaves or replaces is the page's matter. */
  onTap: (value: Value) => void
}

/** Small choices side by side; chosen ones are filled and carry a tick, so that colour is not the only sign. */
export function Chips<Value extends string | number>({ label, choices, chosen, onTap }: ChipsProps<Value>) {
  return (
    <View className='ui-chips' aria-label={label}>
      {choices.map(({ value, label: word, isDisabled = false }) => {
        const isOn = chosen.includes(value)
        return (
          <View
            key={value}
            className={`ui-chip${isOn ? ' ui-chip-on' : ''}${isDisabled ? ' ui-chip-off' : ''}`}
            hoverClass={isDisabled ? 'none' : 'ui-chip-pressed'}
            onClick={() => {
              if (!isDisabled) onTap(value)
            }}
            role='checkbox'
            aria-checked={isOn}
            aria-disabled={isDisabled}
          >
            {isOn ? `✓ ${word}` : word}
          </View>
        )
      })}
    </View>
  )
}
