import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { assignTicket, type Suggestion, suggestTechnicians, transferTicket } from '../../../contract/repair-work'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import { JobPersons } from './job-persons'
import { reasonText } from './job-reason-sheet'
import { assignSentences, suggestSentences, transferSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'
import { transferReasons } from './job-words'

/** Whom to give it to: the desk assigns, whoever has it hands over with a reason. The best are listed first, with why. */
export function PersonSheet({
  kind,
  ticket,
  problem,
  onClose,
  onSend,
}: JobSheetProps & { kind: 'assign' | 'transfer' }) {
  const asked = useAsked(suggestTechnicians, { ticketId: ticket.ticketId })
  const [person, setPerson] = useState<Suggestion>()
  const [reason, setReason] = useState<string>()
  const [hasWords, setHasWords] = useState(false)
  const words = useRef('')
  const isTransfer = kind === 'transfer'
  const lacksReason = isTransfer && !reason && !hasWords
  const verb = isTransfer ? '转给' : '派给'
  const label = !person ? '请选择师傅' : lacksReason ? '请选择或填写原因' : `${verb}${person.name}`
  const send = async () => {
    if (!person || lacksReason) return
    const toPersonId = person.personId
    const done = `已${verb}${person.name}`
    if (isTransfer) {
      const input = { toPersonId, reason: reasonText(reason, words.current) }
      await onSend({ procedure: transferTicket, input, sentences: transferSentences, done })
    } else await onSend({ procedure: assignTicket, input: { toPersonId }, sentences: assignSentences, done })
  }
  return (
    <Sheet
      title={isTransfer ? '转派给谁' : '派给谁'}
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button isDisabled={!person || lacksReason} onTap={send}>
            {label}
          </Button>
        </View>
      }
    >
      <View>
        {isTransfer ? (
          <View>
            <View className='job-hint'>对方接单之前，仍由您负责。</View>
            <Chips
              label='转派原因'
              choices={transferReasons.map((each) => ({ value: each, label: each }))}
              chosen={reason ? [reason] : []}
              onTap={(each) => setReason(each === reason ? undefined : each)}
            />
            <Field
              label='补充说明'
              maxLength={150}
              placeholder='可不填，例如 已拆开外壳，缺电容'
              onText={(text) => {
                words.current = text
                setHasWords(text.trim() !== '')
              }}
            />
          </View>
        ) : null}
      </View>
      <View>
        {asked.refusal ? (
          <Empty icon='alert' text={suggestSentences[asked.refusal.refusal]} />
        ) : (
          <AskedView asked={asked} lines={5}>
            {({ technicians }) => (
              <JobPersons
                persons={technicians.filter(({ personId }) => personId !== ticket.assigneeId)}
                category={ticket.category}
                chosenId={person?.personId}
                onChoose={setPerson}
                most={isTransfer ? 3 : 6}
              />
            )}
          </AskedView>
        )}
      </View>
    </Sheet>
  )
}
