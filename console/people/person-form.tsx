import { App, Button, Checkbox, Form, Input, Radio } from 'antd'
import { changePerson, type RosterPerson } from '../../contract/people'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { changePersonSentences } from './sentences'
import { dutyOptions, statusOptions } from './words'

const editable = ['duties', 'status', 'phone', 'office', 'note'] as const
type Fields = Pick<RosterPerson, (typeof editable)[number]>

interface Props {
  person: RosterPerson
  onDirty: (isDirty: boolean) => void
  onSaved: () => void
}

const labels: Record<string, string> = {
  phone: '电话',
  office: '办公地点',
  note: '备注',
  duties: '职责',
  status: '状态',
}

/** What an administrator may change of a person; only what was touched is sent. */
export function PersonForm({ person, onDirty, onSaved }: Props) {
  const { message, modal } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const task = useTask(changePerson, changePersonSentences)

  async function save(fields: Fields) {
    const touched = Object.fromEntries(
      editable.filter((name) => form.isFieldTouched(name)).map((name) => [name, fields[name]]),
    )
    const saved = await task.run({ personId: person.personId, ...touched })
    if (!saved) return
    message.success(`已保存 ${saved.name} 的修改`)
    form.resetFields()
    form.setFieldsValue({ ...saved, phone: fields.phone })
    onDirty(false)
    onSaved()
  }

  function confirmThenSave(fields: Fields) {
    if (fields.status !== 'left' || person.status === 'left') return save(fields)
    modal.confirm({
      title: `确定 ${person.name} 已离开本单位？`,
      content: '保存后此人会立即退出登录，不能再使用小程序和后台。以后可以改回“在岗”。',
      okText: '已离开，保存',
      okButtonProps: { danger: true },
      onOk: () => save(fields),
    })
  }

  return (
    <Form
      form={form}
      layout='vertical'
      initialValues={person}
      onValuesChange={() => onDirty(form.isFieldsTouched())}
      onFinish={confirmThenSave}
    >
      <Form.Item name='status' label='状态'>
        <Radio.Group options={statusOptions} />
      </Form.Item>
      <Form.Item name='duties' label='职责' extra='所有在册人员都能预订会议室，不必授予职责。'>
        <Checkbox.Group options={dutyOptions} />
      </Form.Item>
      <Form.Item name='phone' label='电话'>
        <Input maxLength={20} inputMode='tel' autoComplete='off' />
      </Form.Item>
      <Form.Item name='office' label='办公地点'>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name='note' label='备注'>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <TroubleNote trouble={task.trouble} describePath={(path) => labels[path.split('.')[0] ?? ''] ?? ''} />
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        保存
      </Button>
    </Form>
  )
}
