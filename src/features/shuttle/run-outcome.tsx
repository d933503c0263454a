import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import type { Outcome } from './use-run'
import './run-outcome.scss'

interface RunOutcomeProps {
  outcome: Outcome | undefined
  nextLabel: string
  onClose: () => void
  onNext: () => unknown
}

/** What came of a code, as large as the screen: read at arm's length, in the dark, by its words as well as its colour. */
export function RunOutcome({ outcome, nextLabel, onClose, onNext }: RunOutcomeProps) {
  const next = () => {
    onClose()
    return onNext()
  }
  return (
    <View className='outcome-place' aria-live='assertive'>
      {outcome ? (
        <View className={outcome.isGood ? 'outcome outcome-good' : 'outcome outcome-bad'} catchMove role='dialog'>
          <View className='outcome-mark'>{outcome.mark}</View>
          <View className='outcome-title'>{outcome.title}</View>
          <View className='outcome-text'>{outcome.text}</View>
          <View className='outcome-acts'>
            <Button onTap={next}>{nextLabel}</Button>
            <Button kind='plain' onTap={onClose}>
              看名单
            </Button>
          </View>
        </View>
      ) : null}
    </View>
  )
}
