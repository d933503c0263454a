import { Form, Input, Modal } from 'antd'
import { createTimetable } from '../../contract/shuttle-grid'
import type { Timetable } from '../../contract/shuttle-timetables'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { createSentences } from './timetable-sentences'

/** Begins a draft: an empty one, or a copy to be changed. */
export function NewTimetable({ copyOf, onClose }: { copyOf?: Timetable; onClose: () => void }) {
  const [form] = Form.useForm<{ name: string }>()
  const task = useTask(createTimetable, createSentences)

  async function make({ name }: { name: string }) {
    const made = await task.run({ name, copyOf: copyOf?.timetableId })
    if (made) window.location.hash = linkTo('/shuttle/timetable', { id: made.timetableId }).slice(1)
  }

  return (
    <Modal
      open
      title={copyOf ? `修改“${copyOf.name}”` : '新建时刻表'}
      okText={copyOf ? '复制成草稿' : '新建'}
      confirmLoading={task.isRunning}
      onCancel={onClose}
      okButtonProps={{ htmlType: 'submit', form: 'new-timetable' }}
    >
      <p className='quiet'>
        {copyOf ? '复制一份草稿来改，改好再发布；原来的不受影响。' : '先是一份空的草稿，填好线路、站点和班次再发布。'}
      </p>
      <Form
        id='new-timetable'
        form={form}
        layout='vertical'
        initialValues={{ name: copyOf ? `${copyOf.name.slice(0, 55)} 修改` : '' }}
        onFinish={make}
      >
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={60} autoFocus placeholder='例如：2027 年春季时刻表' />
        </Form.Item>
        <TroubleNote trouble={task.trouble} />
      </Form>
    </Modal>
  )
}
