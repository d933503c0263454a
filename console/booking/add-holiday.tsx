import { App, DatePicker, Form, Input, Modal, Progress } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { saveSpecialDay } from '../../contract/booking-rooms'
import { addDays, type Day } from '../../contract/zone'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { noRefusals } from './sentences'

interface Fields {
  name: string
  off: [Dayjs, Dayjs]
  work?: Dayjs[]
}

const dayText = (day: Dayjs): Day => day.format('YYYY-MM-DD')

function daysOf({ name, off, work = [] }: Fields): { day: Day; isOffDay: boolean; name: string }[] {
  const days = work.map((day) => ({ day: dayText(day), isOffDay: false, name }))
  const last = dayText(off[1])
  for (let day = dayText(off[0]); day <= last; day = addDays(day, 1)) days.push({ day, isOffDay: true, name })
  return days
}

/** One holiday as a notice announces it: its name, its days off, the weekends worked for it. */
export function AddHoliday({ year, onClose }: { year: number; onClose: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const task = useTask(saveSpecialDay, noRefusals)
  const [progress, setProgress] = useState<{ done: number; of: number }>()

  // Day by day: setting a day twice to the same thing does no harm, so a retry after a failure begins anew.
  async function save(fields: Fields) {
    const days = daysOf(fields)
    for (const [done, special] of days.entries()) {
      setProgress({ done, of: days.length })
      if (!(await task.run(special))) return
    }
    message.success(`已添加 ${fields.name}，共 ${days.length} 天`)
    onClose()
  }

  return (
    <Modal
      open
      title={`添加 ${year} 年的假期`}
      okText='添加'
      confirmLoading={task.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout='vertical' onFinish={save}>
        <TroubleNote trouble={task.trouble} onRetry={form.submit} />
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={20} placeholder='例如：国庆节' autoFocus />
        </Form.Item>
        <Form.Item
          name='off'
          label='放假'
          rules={[
            { required: true, message: '请选择放假的第一天和最后一天' },
            {
              validator: (_, off?: [Dayjs, Dayjs]) =>
                off && off[1].diff(off[0], 'day') > 30
                  ? Promise.reject(new Error('一个假期最多 31 天'))
                  : Promise.resolve(),
            },
          ]}
        >
          <DatePicker.RangePicker
            style={{ width: '100%' }}
            defaultPickerValue={[dayjs(`${year}-01-01`), dayjs(`${year}-02-01`)]}
            placeholder={['第一天', '最后一天']}
          />
        </Form.Item>
        <Form.Item name='work' label='调休上班' extra='为这个假期补班的周末，可以不选或选多天。'>
          <DatePicker
            multiple
            style={{ width: '100%' }}
            defaultPickerValue={dayjs(`${year}-01-01`)}
            placeholder='选择日期'
          />
        </Form.Item>
        {progress && task.isRunning && (
          <Progress percent={Math.round((100 * progress.done) / progress.of)} size='small' aria-label='保存进度' />
        )}
      </Form>
    </Modal>
  )
}
