import { App, Form, Input, Modal } from 'antd'
import { savePlace } from '../../contract/booking-rooms'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { savePlaceSentences } from './sentences'

/** A site or building to be added, or (with its id) renamed. */
export interface PlaceWish {
  kind: 'site' | 'building'
  siteId?: string
  siteName?: string
  buildingId?: string
  name?: string
}

interface Props {
  wish: PlaceWish
  onClose: () => void
  onSaved: () => void
}

/** Asks for the name of a site or building and saves it. */
export function PlaceName({ wish, onClose, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<{ name: string }>()
  const task = useTask(savePlace, savePlaceSentences)
  const { kind, siteId, siteName, buildingId, name } = wish
  const what = kind === 'site' ? '院区' : '楼宇'

  async function save(fields: { name: string }) {
    const saved = await task.run({ kind, siteId, buildingId, name: fields.name })
    if (!saved) return
    message.success(name ? `已改名为 ${saved.name}` : `已添加 ${saved.name}`)
    onSaved()
  }

  return (
    <Modal
      open
      title={name ? `给${what}改名` : `添加${what}${siteName ? `到${siteName}` : ''}`}
      okText='保存'
      confirmLoading={task.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout='vertical' initialValues={{ name }} onFinish={save}>
        <TroubleNote trouble={task.trouble} />
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
