import { View } from '@tarojs/components'
import type { Choice } from './chips'
import './slots.scss'

interface SlotsProps {
  /** What is chosen here, for screen readers. */
  label: string
  choices: readonly Choice<number>[]
  chosen: number
  onChoose: (value: number) => void
  /** How many to a line; fewer in 关怀模式. */
  columns?: 4 | 6
}

/** Times side by side in even columns; those that cannot be had are struck through, the chosen one carries a tick. */
export function Slots({ label, choices, chosen, onChoose, columns = 6 }: SlotsProps) {
  return (
    <View className={`ui-slots ui-slots-${columns}`} aria-label={label}>
      {choices.map(({ value, label: word, isDisabled = false }) => (
        <View
          key={value}
          className={`ui-slot${value === chosen ? ' ui-slot-on' : ''}${isDisabled ? ' ui-slot-off' : ''}`}
          hoverClass='ui-slot-pressed'
          onClick={() => {
            if (!isDisabled) onChoose(value)
          }}
          role='radio'
          aria-checked={value === chosen}
          aria-disabled={isDisabled}
        >
          {word}
        </View>
      ))}
    </View>
  )
}
