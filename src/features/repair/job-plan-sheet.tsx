import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { planTicket } from '../../../contract/repair-work'
import {
  addDays,
  dayOf,
  formatInstant,
  formatMoment,
  instantAt,
  minuteOfDay,
  parseInstant,
} from '../../../contract/zone'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { DayStrip } from '../../ui/day-strip'
import { Field } from '../../ui/field'
import { Segmented } from '../../ui/segmented'
import { Sheet } from '../../ui/sheet'
import { Slots } from '../../ui/slots'
import { usePresent } from '../../use-present'
import { planSentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'

const parts = [
  { value: 'morning', label: '上午' },
  { value: 'afternoon', label: '下午' },
  { value: 'evening', label: '晚上' },
] as const
type Part = (typeof parts)[number]['value']
const partOf = (minute: number): Part => parts[Math.max(0, Math.floor(minute / 360) - 1)]?.value ?? 'morning'
/** Farther away it is hung, with a day that is promised. */
const daysAhead = 5
const halfHour = 30

const halves = [{ value: 'half', label: '半点' }] as const

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** When somebody comes and how it will be done: an hour of the next days, on the hour or half past; the past is struck through. */
export function PlanSheet({ ticket, problem, onClose, onSend }: JobSheetProps) {
  const { now, zone } = usePresent(ticket)
  const today = dayOf(now, zone)
  const planned = ticket.plannedFor ? parseInstant(ticket.plannedFor) : undefined
  const soon = (Math.floor(now / (halfHour * 60_000)) + 2) * halfHour * 60_000
  const begin = planned !== undefined && planned > now ? planned : soon
  const [day, setDay] = useState(dayOf(begin, zone))
  const [minute, setMinute] = useState(Math.floor(minuteOfDay(begin, zone) / halfHour) * halfHour)
  const [part, setPart] = useState<Part>(partOf(minute))
  const note = useRef('')
  const at = instantAt(day, minute, zone)
  const first = (parts.findIndex(({ value }) => value === part) + 1) * 360
  const past = minute % 60
  const slots = Array.from({ length: 6 }, (_, hour) => {
    const value = first + hour * 60 + past
    return { value, label: clock(value), isDisabled: instantAt(day, value, zone) < now }
  })
  const isPast = at < now
  return (
    <Sheet
      title='约时间'
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button
            isDisabled={isPast}
            onTap={() =>
              onSend({
                procedure: planTicket,
                input: { plannedFor: formatInstant(at, zone), note: note.current },
                sentences: planSentences,
                done: '已约好，报修人会收到消息',
              })
            }
          >
            {isPast ? '请选现在以后的时间' : `约在 ${formatMoment(at, now, zone)}`}
          </Button>
        </View>
      }
    >
      <DayStrip
        days={Array.from({ length: daysAhead }, (_, ahead) => addDays(today, ahead))}
        chosen={day}
        onChoose={setDay}
        now={now}
        zone={zone}
      />
      <View className='job-apart'>
        <Segmented choices={parts} chosen={part} onChoose={setPart} />
      </View>
      <Slots label='上门时间' columns={4} choices={slots} chosen={minute} onChoose={setMinute} />
      <View className='job-apart'>
        <Chips
          label='整点或半点'
          choices={halves}
          chosen={past > 0 ? ['half'] : []}
          onTap={() => setMinute(past > 0 ? minute - halfHour : minute + halfHour)}
        />
      </View>
      <Field
        label='方案'
        maxLength={200}
        placeholder='可不填，例如 先加氟，再看压缩机'
        onText={(text) => {
          note.current = text
        }}
      />
    </Sheet>
  )
}
