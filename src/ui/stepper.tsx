import { View } from '@tarojs/components'
import './stepper.scss'

interface StepperProps {
  /** What is counted, for screen readers and beside the number: 人. */
  label: string
  unit: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** Up to ten the steps are single; above, one counts in fives, because nobody taps forty times. */
function next(value: number, direction: 1 | -1): number {
  const step = value + direction > 10 || value > 10 ? 5 : 1
  return step === 1 ? value + direction : direction === 1 ? Math.floor(value / 5) * 5 + 5 : Math.ceil(value / 5) * 5 - 5
}

/** A number with − and +. */
export function Stepper({ label, unit, value, min, max, onChange }: StepperProps) {
  const step = (direction: 1 | -1) => () => {
    const wanted = Math.min(max, Math.max(min, next(value, direction)))
    if (wanted !== value) onChange(wanted)
  }
  return (
    <View className='ui-stepper' aria-label={label}>
      <View
        className={value > min ? 'ui-step' : 'ui-step ui-step-off'}
        hoverClass='ui-step-pressed'
        onClick={step(-1)}
        role='button'
        aria-label={`减少${label}`}
        aria-disabled={value <= min}
      >
        −
      </View>
      <View className='ui-stepper-value' aria-live='polite'>{`${value} ${unit}`}</View>
      <View
        className={value < max ? 'ui-step' : 'ui-step ui-step-off'}
        hoverClass='ui-step-pressed'
        onClick={step(1)}
        role='button'
        aria-label={`增加${label}`}
        aria-disabled={value >= max}
      >
        +
      </View>
    </View>
  )
}
