import { App, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { type Booking, cancelBooking } from '../../contract/booking'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { cancelSentences } from './sentences'

/** Cancels a booking with a reason its organizer will read. */
export function CancelBooking({ booking, onCancelled }: { booking: Booking; onCancelled: () => void }) {
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const task = useTask(cancelBooking, cancelSentences)

  async function cancel() {
    const cancelled = await task.run({ bookingId: booking.bookingId, reason })
    if (!cancelled) return
    message.success('已取消，这段时间可以重新预订')
    onCancelled()
  }

  return (
    <>
      <Section>取消预订</Section>
      <Form.Item label='取消原因' htmlFor='cancel-reason' extra='会随通知告诉使用人'>
        <Input
          id='cancel-reason'
          maxLength={100}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder='例如：会议室临时检修'
        />
      </Form.Item>
      <TroubleNote trouble={task.trouble} />
      <Popconfirm
        title={`取消“${booking.purpose}”？`}
        description='取消后不能恢复，只能重新预订。'
        okText='取消预订'
        cancelText='保留'
        onConfirm={cancel}
      >
        <Button danger loading={task.isRunning}>
          取消预订
        </Button>
      </Popconfirm>
    </>
  )
}
