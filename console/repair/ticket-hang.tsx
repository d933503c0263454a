import { DatePicker, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { hangTicket } from '../../contract/repair-work'
import { dayOf } from '../../contract/zone'
import { useZone } from '../session'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { hangSentences } from './sentences'
import { actNames, hangNames, optionsOf } from './words'

interface Fields {
  reason: keyof typeof hangNames
  promisedOn: Dayjs
  note?: string
}

/** Puts a ticket on hold with a reason and the day that is promised; its clocks stand still. */
export function HangForm({ ticket, onDone, ...frame }: ActProps) {
  const today = dayjs(dayOf(Date.now(), useZone()))
  const task = useTask(hangTicket, hangSentences)

  async function hang({ reason, promisedOn, note = '' }: Fields) {
    const day = promisedOn.format('YYYY-MM-DD')
    const moved = await task.run({ ticketId: ticket.ticketId, reason, note, promisedOn: day })
    if (moved) onDone('已挂起，时限暂停；答应的日期已告诉报修人')
  }

  return (
    <ActForm<Fields>
      {...frame}
      task={task}
      title={actNames.hang}
      about='挂起期间时限暂停，恢复后接着计算。原因和答应的日期会告诉报修人。'
      initialValues={{ reason: 'part' }}
      submit='确定挂起'
      onSubmit={hang}
    >
      <Form.Item name='reason' label='原因' rules={[{ required: true }]}>
        <Radio.Group options={optionsOf(hangNames)} />
      </Form.Item>
      <Form.Item name='promisedOn' label='答应哪天继续' rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker
          format='YYYY-MM-DD ddd'
          disabledDate={(day) => day.isBefore(today, 'day')}
          presets={[
            { label: '明天', value: today.add(1, 'day') },
            { label: '三天后', value: today.add(3, 'day') },
            { label: '一周后', value: today.add(7, 'day') },
          ]}
        />
      </Form.Item>
      <Form.Item name='note' label='说明'>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder='例如：压缩机已订货，周四到' />
      </Form.Item>
    </ActForm>
  )
}
