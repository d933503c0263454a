import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { SurveyItem } from '../../contract/survey-definition'
import { type Answer, isAnswered } from '../../contract/survey-logic'
import { answerByKey } from './answer-by-key'
import { followChoice } from './paper-focus'
import { PreviewItem } from './preview-item'

interface Props {
  item: SurveyItem
  number?: number
  answer: Answer | undefined
  /** What is wrong with the answer. */
  wrong: readonly string[]
  onAnswer: (answer: Answer | undefined) => void
  /** Enter: on to what comes after it. */
  onNext: () => void
}

/** Where digits and Enter belong to the field itself. */
function isWritten(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !isTicked(target))
}
const isTicked = ({ type }: HTMLInputElement) => type === 'radio' || type === 'checkbox'

/** One question of a paper questionnaire: a digit answers it, Enter goes on. */
export function PaperQuestion({ item, number, answer, wrong, onAnswer, onNext }: Props) {
  const question = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another answer is chosen
  useEffect(() => {
    if (question.current) followChoice(question.current)
  }, [answer])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target, key, ctrlKey, metaKey, altKey } = event
    // Enter that ends a word of an input method is not meant for the page
    if (ctrlKey || metaKey || altKey || event.nativeEvent.isComposing) return
    if (key === 'Enter' && item.kind !== 'longText' && item.kind !== 'date') {
      event.preventDefault()
      return onNext()
    }
    if (!/^[0-9]$/.test(key) || isWritten(target)) return
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
    const typed = answerByKey(item, answer, Number(key), row)
    if (typed === undefined) return
    event.preventDefault()
    onAnswer(typed)
  }
  const errorId = `wrong-${item.code}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys typed at the controls within it
    <div
      ref={question}
      className='paper-question'
      data-wrong={wrong.length > 0 || undefined}
      aria-describedby={wrong.length > 0 ? errorId : undefined}
      onKeyDown={onKeyDown}
    >
      <PreviewItem {...{ item, number, answer, onAnswer }} />
      {isAnswered(answer) && (
        <Button type='link' size='small' tabIndex={-1} className='paper-empty' onClick={() => onAnswer(undefined)}>
          清空这题
        </Button>
      )}
      {wrong.length > 0 && (
        <p id={errorId} className='remark-error'>
          {wrong.join('；')}
        </p>
      )}
    </div>
  )
}
