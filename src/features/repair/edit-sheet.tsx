import { useRef, useState } from 'react'
import type { InputOf } from '../../../contract/procedure'
import type { Ticket } from '../../../contract/repair'
import type { editTicket } from '../../../contract/repair-requester'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { SwitchRow } from '../../ui/switch-row'
import { wantedTimes } from './wanted-times'
import './edit-sheet.scss'
import { View } from '@tarojs/components'
import { spanText } from './words'

type Changes = Omit<InputOf<typeof editTicket>, 'ticketId'>

interface EditSheetProps {
  ticket: Ticket
  isOpen: boolean
  /** Epoch ms. */
  now: number
  zone: string
  onClose: () => void
  onEdit: (changes: Changes) => Promise<unknown>
}

const anyTime = ''

/** Correcting what was reported, until somebody is sent. */
export function EditSheet({ ticket, isOpen, now, zone, onClose, onEdit }: EditSheetProps) {
  const written = useRef<Pick<Changes, 'words' | 'placeNote' | 'phone'>>({})
  const [urgency, setUrgency] = useState(ticket.urgency)
  const [from, setFrom] = useState(ticket.wantedFrom ?? anyTime)
  const isPraise = ticket.kind === 'praise'
  const times = wantedTimes(now, zone).map(({ label, ...time }) => ({ ...time, label }))
  const kept = ticket.wantedFrom
  const isKept = kept !== undefined && !times.some(({ wantedFrom }) => wantedFrom === kept)
  const choices = [
    { value: anyTime, label: '随时' },
    ...(isKept ? [{ value: kept, label: spanText(kept, ticket.wantedUntil, now, zone) }] : []),
    ...times.map(({ wantedFrom, label }) => ({ value: wantedFrom, label })),
  ]
  const save = async () => {
    const time = times.find(({ wantedFrom }) => wantedFrom === from)
    const wanted =
      from === (kept ?? anyTime) ? {} : { wantedFrom: from || null, wantedUntil: time?.wantedUntil ?? null }
    await onEdit({ ...written.current, ...(isPraise ? {} : { urgency, ...wanted }) })
  }
  const write = (patch: typeof written.current) => {
    written.current = { ...written.current, ...patch }
  }
  return (
    <Sheet title='修改' isOpen={isOpen} onClose={onClose} footer={<Button onTap={save}>保存修改</Button>}>
      <Field
        label='描述'
        isLong
        maxLength={500}
        defaultValue={ticket.words}
        placeholder='可不填'
        onText={(words) => write({ words })}
      />
      <Field
        label={ticket.placeId ? '具体位置' : '地点'}
        maxLength={60}
        defaultValue={ticket.placeNote}
        placeholder='可不填'
        onText={(placeNote) => write({ placeNote })}
      />
      <View>
        {isPraise ? null : (
          <View>
            <View className='edit-label'>希望什么时候上门</View>
            <Chips label='希望什么时候上门' choices={choices} chosen={[from]} onTap={setFrom} />
            <View className='edit-switch'>
              <SwitchRow
                title='紧急'
                note='时限会按新的紧急程度重新计算'
                isOn={urgency === 'urgent'}
                onSwitch={(isOn) => setUrgency(isOn ? 'urgent' : 'normal')}
              />
            </View>
          </View>
        )}
      </View>
      <Field
        label='联系电话'
        maxLength={30}
        defaultValue={ticket.phone}
        placeholder='可不填'
        onText={(phone) => write({ phone })}
      />
    </Sheet>
  )
}
