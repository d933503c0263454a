import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { hangReasons, hangTicket } from '../../../contract/repair-work'
import { addDays, type Day, dayOf, formatDayNear } from '../../../contract/zone'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { DayStrip } from '../../ui/day-strip'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { usePresent } from '../../use-present'
import { hangSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'
import { hangReasonNames } from './words'

const farther = [
  { value: 7, label: '一周后' },
  { value: 14, label: '两周后' },
  { value: 30, label: '一个月后' },
]
const daysAhead = 6

/** Why it cannot go on, and the day that is promised to whoever reported it. */
export function HangSheet({ ticket, problem, onClose, onSend }: JobSheetProps) {
  const { now, zone } = usePresent(ticket)
  const today = dayOf(now, zone)
  const [reason, setReason] = useState<(typeof hangReasons)[number]>()
  const [promisedOn, setPromisedOn] = useState<Day>()
  const note = useRef('')
  const label = !reason
    ? '请选择原因'
    : promisedOn
      ? `挂起，答应 ${formatDayNear(promisedOn, now, zone)} 前继续`
      : '请选择答应的日期'
  return (
    <Sheet
      title='挂起'
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button
            isDisabled={!reason || !promisedOn}
            onTap={async () => {
              if (!reason || !promisedOn) return
              const input = { reason, promisedOn, note: note.current }
              await onSend({ procedure: hangTicket, input, sentences: hangSentences, done: '已挂起，暂停计时' })
            }}
          >
            {label}
          </Button>
        </View>
      }
    >
      <Chips
        label='挂起原因'
        choices={hangReasons.map((value) => ({ value, label: hangReasonNames[value] }))}
        chosen={reason ? [reason] : []}
        onTap={setReason}
      />
      <View className='job-label'>答应报修人哪天前继续</View>
      <DayStrip
        days={Array.from({ length: daysAhead }, (_, ahead) => addDays(today, ahead))}
        chosen={promisedOn ?? ''}
        onChoose={setPromisedOn}
        now={now}
        zone={zone}
      />
      <View className='job-apart'>
        <Chips
          label='更晚的日期'
          choices={farther}
          chosen={farther.filter(({ value }) => addDays(today, value) === promisedOn).map(({ value }) => value)}
          onTap={(ahead) => setPromisedOn(addDays(today, ahead))}
        />
      </View>
      <Field
        label='说明'
        maxLength={200}
        placeholder='会发给报修人，例如 压缩机已订货'
        onText={(text) => {
          note.current = text
        }}
      />
    </Sheet>
  )
}
