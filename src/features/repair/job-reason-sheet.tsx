import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { bounceTicket, refuseTicket } from '../../../contract/repair-work'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { bounceSentences, refuseSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'
import { bounceReasons, refuseReasons } from './job-words'

const kinds = {
  bounce: {
    title: '退回',
    hint: '退回后由调度改派。在别人接单之前，原来的责任人不变。',
    reasons: bounceReasons,
    procedure: bounceTicket,
    sentences: bounceSentences,
    done: '已退回',
  },
  refuse: {
    title: '不受理',
    hint: '原因会发给报修人。',
    reasons: refuseReasons,
    procedure: refuseTicket,
    sentences: refuseSentences,
    done: '已回复不受理',
  },
} as const

/** A reason and what one would add to it, as one text. */
export const reasonText = (reason: string | undefined, words: string): string =>
  [reason, words.trim()].filter(Boolean).join('，')

/** Giving a ticket back, or not taking it: a reason by one tap, in own words, or both. */
export function ReasonSheet({ kind, problem, onClose, onSend }: JobSheetProps & { kind: keyof typeof kinds }) {
  const { title, hint, reasons, procedure, sentences, done } = kinds[kind]
  const [chosen, setChosen] = useState<string>()
  const [hasWords, setHasWords] = useState(false)
  const words = useRef('')
  const isEmpty = !chosen && !hasWords
  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button
            kind='danger'
            isDisabled={isEmpty}
            onTap={() => onSend({ procedure, input: { reason: reasonText(chosen, words.current) }, sentences, done })}
          >
            {isEmpty ? '请选择或填写原因' : title}
          </Button>
        </View>
      }
    >
      <View className='job-hint'>{hint}</View>
      <Chips
        label='原因'
        choices={reasons.map((reason) => ({ value: reason, label: reason }))}
        chosen={chosen ? [chosen] : []}
        onTap={(reason) => setChosen(reason === chosen ? undefined : reason)}
      />
      <Field
        label='补充说明'
        maxLength={150}
        placeholder='可不填'
        onText={(text) => {
          words.current = text
          setHasWords(text.trim() !== '')
        }}
      />
    </Sheet>
  )
}
