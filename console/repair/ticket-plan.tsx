import { DatePicker, Form, Input, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { planTicket } from '../../contract/repair-work'
import { dayOf, formatInstant, instantAt } from '../../contract/zone'
import { useZone } from '../session'
import { ClockSelect } from '../ui/clock-select'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { planSentences } from './sentences'

interface Fields {
  day: Dayjs
  minute: number
  note?: string
}

/** Agrees on when somebody comes: stops the plan clock, and the requester is told. */
export function PlanForm({ ticket, onDone, ...frame }: ActProps) {
  const zone = useZone()
  const today = dayjs(dayOf(Date.now(), zone))
  const task = useTask(planTicket, planSentences)

  async function plan({ day, minute, note = '' }: Fields) {
    const plannedFor = formatInstant(instantAt(day.format('YYYY-MM-DD'), minute, zone), zone)
    if (await task.run({ ticketId: ticket.ticketId, plannedFor, note })) onDone('已约定，报修人会收到通知')
  }

  return (
    <ActForm<Fields>
      {...frame}
      task={task}
      title='约定上门'
      about='定下怎么修、什么时候来，会告诉报修人。'
      initialValues={{ day: today }}
      submit='确定约定'
      onSubmit={plan}
    >
      <Space size={12} align='start' wrap>
        <Form.Item name='day' label='日期' rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} format='YYYY-MM-DD ddd' disabledDate={(date) => date.isBefore(today, 'day')} />
        </Form.Item>
        <Form.Item name='minute' label='时间' rules={[{ required: true, message: '请选择时间' }]}>
          <ClockSelect label='时间' to={1425} placeholder='09:00' />
        </Form.Item>
      </Space>
      <Form.Item name='note' label='方案（选填）'>
        <Input maxLength={200} placeholder='例如：更换排风扇，约需一小时' />
      </Form.Item>
    </ActForm>
  )
}
