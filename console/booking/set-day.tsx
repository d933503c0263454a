import { App, Form, Input, Modal, Radio } from 'antd'
import { saveSpecialDay } from '../../contract/booking-rooms'
import { type Day, formatDayLong } from '../../contract/zone'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import type { Marked } from './month-grid'
import { noRefusals } from './sentences'

interface Props {
  day: Day
  marked?: Marked
  onClose: () => void
  onSaved: () => void
}

interface Fields {
  kind: 'off' | 'work' | 'ordinary'
  name: string
}

/** One day: a holiday, a make-up workday, or an ordinary day again. */
export function SetDay({ day, marked, onClose, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const task = useTask(saveSpecialDay, noRefusals)

  async function save(fields: Fields) {
    const isOffDay = fields.kind === 'ordinary' ? null : fields.kind === 'off'
    const saved = await task.run({ day, isOffDay, name: isOffDay === null ? '' : fields.name })
    if (!saved) return
    message.success(`已保存 ${formatDayLong(day)}`)
    onSaved()
  }

  return (
    <Modal
      open
      width={400}
      title={formatDayLong(day)}
      okText='保存'
      confirmLoading={task.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout='vertical'
        initialValues={{ kind: marked ? (marked.isOffDay ? 'off' : 'work') : 'ordinary', name: marked?.name ?? '' }}
        onFinish={save}
      >
        <TroubleNote trouble={task.trouble} onRetry={form.submit} />
        <Form.Item name='kind' label='这一天'>
          <Radio.Group
            options={[
              { value: 'ordinary', label: '平常日' },
              { value: 'off', label: '放假' },
              { value: 'work', label: '调休上班' },
            ]}
          />
        </Form.Item>
        {kind !== 'ordinary' && (
          <Form.Item name='name' label='名称'>
            <Input maxLength={20} placeholder='例如：国庆节' />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
