import { View } from '@tarojs/components'
import { useState } from 'react'
import { mostPhotos } from '../../../contract/repair'
import type { ClosedKind } from '../../../contract/repair-lifecycle'
import { finishTicket } from '../../../contract/repair-work'
import { lookAtPhotos } from '../../platform/photo-preview'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { PhotoGrid } from '../../ui/photo-grid'
import { Sheet } from '../../ui/sheet'
import { JobCosts } from './job-costs'
import { finishSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'
import { finishWords } from './job-words'
import { useJobFinish } from './use-job-finish'

const kinds = (['fixed', 'temporary', 'notFixed'] as const).map((value) => ({ value, label: finishWords[value] }))

const placeholders: Record<ClosedKind, string> = {
  fixed: '可不填，例如 换了电容',
  temporary: '写明现在能用到什么程度，什么时候再来',
  notFixed: '写明为什么没修好，接下来怎么办',
}

/** How it was closed, with a note, photos of the result, cost and parts. What was filled in survives leaving. */
export function FinishSheet({ ticket, problem, onClose, onSend }: JobSheetProps) {
  const finish = useJobFinish(ticket)
  const { closedKind, note, costs, photos } = finish.form
  const [photoProblem, setPhotoProblem] = useState('')
  const needsNote = closedKind !== undefined && closedKind !== 'fixed'
  const lacksNote = needsNote && note.trim() === ''
  const label = !closedKind ? '请选择结果' : lacksNote ? '请写明情况' : '提交完成'
  const submit = async () => {
    if (!closedKind || lacksNote) return
    setPhotoProblem('')
    const trouble = await finish.sendPhotos()
    if (trouble) {
      setPhotoProblem(trouble)
      return
    }
    const input = { closedKind, note, costs }
    const done = '已完成，等报修人确认'
    if (await onSend({ procedure: finishTicket, input, sentences: finishSentences, done })) finish.forget()
  }
  const room = mostPhotos - finish.sent - photos.length
  return (
    <Sheet
      title='完成'
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {photoProblem || problem}
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
        onTap={(value) => finish.change({ closedKind: value })}
      />
      <Field
        label={needsNote ? '说明（必填）' : '说明'}
        isLong
        maxLength={300}
        defaultValue={note}
        placeholder={placeholders[closedKind ?? 'fixed']}
        onText={(text) => finish.change({ note: text })}
      />
      <View>
        {ticket.mayAddPhotos ? (
          <View>
            <View className='job-label'>{finish.sent > 0 ? `完工照片（已上传 ${finish.sent} 张）` : '完工照片'}</View>
            <PhotoGrid
              photos={photos.map((address) => ({ key: address, address }))}
              onLook={(address) => lookAtPhotos(photos, photos.indexOf(address))}
              onRemove={finish.dropPhoto}
              onAdd={room > 0 ? finish.addPhotos : undefined}
              addLabel='拍照或选照片'
            />
          </View>
        ) : null}
      </View>
      <JobCosts lines={costs} onLines={(lines) => finish.change({ costs: lines })} />
    </Sheet>
  )
}
