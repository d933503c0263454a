import { Button, Drawer, Form } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type Booking, getRoomWeek, type Room, reserveRoom, type Way } from '../../contract/booking'
import type { SpecialDay } from '../../contract/booking-rules'
import { dayOf, minuteOfDay, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { useTask } from '../ui/use-task'
import { getRoomWeekSentences, reserveSentences } from './sentences'
import { Ways } from './ways'
import { WishFieldset } from './wish-fields'
import { equipmentIn, spanOnWire, type WishFields, wishTrouble } from './wish-form'

/** Where in the grid somebody tapped. */
export interface ReserveStart {
  day: string
  roomId?: string
  from?: number
}

interface Props {
  start: ReserveStart
  specialDays: readonly SpecialDay[]
  onClose: () => void
  onReserved: (booking: Booking) => void
}

type Fields = WishFields & { forPersonId?: string }

/** Books a room, usually for somebody else. */
export function ReserveDrawer({ start, specialDays, onClose, onReserved }: Props) {
  const zone = useZone()
  const { leave, setIsDirty } = useLeave(onClose)
  const [form] = Form.useForm<Fields>()
  const task = useTask(reserveRoom, reserveSentences)
  const fields = Form.useWatch([], form)
  const [chosen, setChosen] = useState<Room>()
  const asked = useAsk(
    getRoomWeek,
    start.roomId ? { roomId: start.roomId, day: start.day } : undefined,
    getRoomWeekSentences,
  )
  const room = chosen ?? asked.value?.room
  const warning = fields && wishTrouble({ fields, room, specialDays, zone })

  async function reserve(wish: Fields) {
    const span = spanOnWire(wish, zone)
    if (!span || !wish.roomId) return
    const booking = await task.run({
      ...span,
      roomId: wish.roomId,
      forPersonId: wish.forPersonId,
      purpose: wish.purpose || undefined,
      attendeeCount: wish.attendeeCount,
      layout: wish.layout,
      tea: wish.tea,
      equipment: equipmentIn(room, wish),
      note: wish.note ?? '',
    })
    if (booking) onReserved(booking)
  }

  function take({ roomId, startsAt, endsAt }: Way) {
    const starts = parseInstant(startsAt) ?? 0
    form.setFieldsValue({
      roomId,
      day: dayjs(dayOf(starts, zone)),
      from: minuteOfDay(starts, zone),
      to: minuteOfDay(parseInstant(endsAt) ?? 0, zone) || 1440,
    })
    task.clear()
  }

  return (
    <Drawer
      open
      title='代人预订'
      width={560}
      onClose={leave}
      extra={
        <Button type='primary' loading={task.isRunning} onClick={form.submit}>
          预订
        </Button>
      }
    >
      <Form
        form={form}
        layout='vertical'
        initialValues={{
          roomId: start.roomId,
          day: dayjs(start.day),
          from: start.from,
          to: start.from === undefined ? undefined : Math.min(1440, start.from + 60),
          attendeeCount: 2,
          tea: false,
          equipment: [],
        }}
        onValuesChange={() => setIsDirty(true)}
        onFinish={reserve}
      >
        <TroubleNote trouble={task.trouble}>
          <Ways detail={task.trouble?.detail} onChoose={take} />
        </TroubleNote>
        {warning && !task.trouble && <p className='remark-guess'>{warning}</p>}
        <Form.Item name='forPersonId' label='使用人'>
          <ColleagueSelect placeholder='我自己（输入姓名、拼音或工号改为他人）' />
        </Form.Item>
        <WishFieldset room={room} onRoom={setChosen} />
      </Form>
    </Drawer>
  )
}
