import { View } from '@tarojs/components'
import { useState } from 'react'
import { mostPhotos } from '../../../contract/repair'
import type { ClosedKind } from '../../../contract/repair-lifecycle'
import { finishTicket } from '../../../contract/repair-work'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import { Sheet } from '../../ui/sheet'
import { JobCosts } from './job-costs'
import { finishSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'
import { finishWords } from './job-words'
import { ticketPhotos } from './photos'
import { useJobFinish } from './use-job-finish'

const kinds = (['fixed', 'temporary', 'notFixed'] as const).map((value) => ({ value, label: finishWords[value] }))

const placeholders: Record<ClosedKind, string> = {
  fixed: '可不填，例如 换了电容',
  temporary: '写明现在能用到什么程度，什么时候再来',
  notFixed: '写明为什么没修好，接下来怎么办',
}

interface FinishSheetProps extends JobSheetProps {
  /** The photos have got through, or not. */
  onSent: () => unknown
}

/** How it was closed, with a note, photos of the result, cost and parts. What was filled in survives leaving. */
export function FinishSheet({ ticket, problem, onClose, onSend, onSent }: FinishSheetProps) {
  const { ticketId, cycle } = ticket
  const { form, change, forget } = useJobFinish(ticketId)
  const { closedKind, note, costs, photos } = form
  // the field keeps its text itself; a default that follows the typing would write it back
  const [draftedNote] = useState(note)
  const needsNote = closedKind !== undefined && closedKind !== 'fixed'
  const lacksNote = needsNote && note.trim() === ''
  const label = !closedKind ? '请选择结果' : lacksNote ? '请写明情况' : '提交完成'
  const there = ticket.photos.filter((photo) => photo.stage === 'finish' && photo.cycle === cycle).length
  const submit = async () => {
    if (!closedKind || lacksNote) return
    const input = { closedKind, note, costs }
    const done = '已完成，等报修人确认'
    if (!(await onSend({ procedure: finishTicket, input, sentences: finishSentences, done }))) return
    forget()
    // photos of the result may follow until it is confirmed: a bad network in the basement does not hold up the rest
    if (photos.length === 0) return
    ticketPhotos
      .send(
        ticketId,
        photos.map((address) => ({ address, stage: 'finish' })),
      )
      .then(onSent)
  }
  return (
    <Sheet
      title='完成'
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button isDisabled={!closedKind || lacksNote} onTap={submit}>
            {label}
          </Button>
        </View>
      }
    >
      <Chips
        label='处理结果'
        choices={kinds}
        chosen={closedKind ? [closedKind] : []}
        onTap={(value) => change({ closedKind: value })}
      />
      <Field
        label={needsNote ? '说明（必填）' : '说明'}
        isLong
        maxLength={300}
        defaultValue={draftedNote}
        placeholder={placeholders[closedKind ?? 'fixed']}
        onText={(text) => change({ note: text })}
      />
      <View>
        {ticket.mayAddPhotos ? (
          <View>
            <View className='job-label'>{there > 0 ? `完工照片（已有 ${there} 张）` : '完工照片'}</View>
            <PhotoPicker addresses={photos} onChange={(next) => change({ photos: next })} most={mostPhotos - there} />
          </View>
        ) : null}
      </View>
      <JobCosts lines={costs} onLines={(lines) => change({ costs: lines })} />
    </Sheet>
  )
}
