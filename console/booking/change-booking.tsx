import { App, Button, Form } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type Booking, changeBooking, getRoomWeek, type Room, type Way } from '../../contract/booking'
import { dayOf, minuteOfDay, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { changeSentences, getRoomWeekSentences } from './sentences'
import { Ways } from './ways'
import { WishFieldset } from './wish-fields'
import { equipmentIn, fieldsOfBooking, spanOnWire, type WishFields, wishTrouble } from './wish-form'

interface Props {
  booking: Booking
  room: Room
  onDirty: (isDirty: boolean) => void
  onChanged: () => void
}

/** Moves, extends, shortens or rewords a booking; what was not touched is not sent. */
export function ChangeBooking({ booking, room: booked, onDirty, onChanged }: Props) {
  const zone = useZone()
  const { message } = App.useApp()
  const [form] = Form.useForm<WishFields>()
  const [room, setRoom] = useState(booked)
  const task = useTask(changeBooking, changeSentences)
  const fields = Form.useWatch([], form)
  const day = fields?.day?.format('YYYY-MM-DD')
  const week = useAsk(getRoomWeek, day ? { roomId: room.roomId, day } : undefined, getRoomWeekSentences)
  const hasBegun = (parseInstant(booking.startsAt) ?? 0) <= Date.now()
  const warning = fields && wishTrouble({ fields, room, specialDays: week.value?.specialDays ?? [], zone, hasBegun })

  async function save(wish: WishFields) {
    const isMoved = (['day', 'from', 'to'] as const).some((name) => form.isFieldTouched(name))
    const changed = await task.run({
      bookingId: booking.bookingId,
      ...(wish.roomId !== booking.roomId && { roomId: wish.roomId }),
      ...(isMoved && spanOnWire(wish, zone)),
      purpose: wish.purpose || undefined,
      attendeeCount: wish.attendeeCount,
      layout: wish.layout ?? null,
      tea: wish.tea,
      equipment: equipmentIn(room, wish),
      note: wish.note ?? '',
    })
    if (!changed) return
    message.success('已保存修改')
    onDirty(false)
    onChanged()
  }

  function take({ roomId, startsAt, endsAt }: Way) {
    const starts = parseInstant(startsAt) ?? 0
    form.setFields([
      { name: 'roomId', value: roomId, touched: true },
      { name: 'day', value: dayjs(dayOf(starts, zone)), touched: true },
      { name: 'from', value: minuteOfDay(starts, zone), touched: true },
      { name: 'to', value: minuteOfDay(parseInstant(endsAt) ?? 0, zone) || 1440, touched: true },
    ])
    task.clear()
  }

  return (
    <Form
      form={form}
      layout='vertical'
      initialValues={fieldsOfBooking(booking, zone)}
      onValuesChange={() => onDirty(form.isFieldsTouched())}
      onFinish={save}
    >
      <Section>移动或修改</Section>
      <WishFieldset room={room} onRoom={setRoom} />
      {warning && !task.trouble && <p className='remark-guess'>{warning}</p>}
      <TroubleNote trouble={task.trouble}>
        <Ways detail={task.trouble?.detail} onChoose={take} />
      </TroubleNote>
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        保存修改
      </Button>
    </Form>
  )
}
