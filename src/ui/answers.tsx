import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Choice } from './chips'
import './answers.scss'

interface AnswersProps<Value extends string> {
  /** The question, for screen readers. */
  label: string
  choices: readonly Choice<Value>[]
  /** What has been answered; none before that. */
  chosen: Value | undefined
  /** What stands out while nothing is answered. */
  proposed?: Value
  /** Until it ends, further taps do nothing. */
  onChoose: (value: Value) => Promise<unknown>
}

/** A question answered with one tap: its answers side by side; the one given is filled and carries a tick. */
export function Answers<Value extends string>({ label, choices, chosen, proposed, onChoose }: AnswersProps<Value>) {
  const [waiting, setWaiting] = useState<Value>()
  // State arrives with the next render, which is too late for the second tap of a double tap.
  const isRunning = useRef(false)
  const choose = async (value: Value) => {
    if (isRunning.current || value === chosen) return
    isRunning.current = true
    setWaiting(value)
    await onChoose(value).finally(() => {
      isRunning.current = false
      setWaiting(undefined)
    })
  }
  const lookOf = (value: Value) => {
    if (value === waiting) return 'ui-answer ui-answer-waiting'
    if (value === chosen) return 'ui-answer ui-answer-on'
    return chosen === undefined && value === proposed ? 'ui-answer ui-answer-proposed' : 'ui-answer'
  }
  return (
    <View className='ui-answers' role='radiogroup' aria-label={label}>
      {choices.map(({ value, label: word }) => (
        <View
          key={value}
          className={lookOf(value)}
          hoverClass='ui-answer-pressed'
          onClick={() => choose(value)}
          role='radio'
          aria-checked={value === chosen}
        >
          {value === chosen ? `✓ ${word}` : word}
        </View>
      ))}
    </View>
  )
}
