import { Alert, App, Button, Form, Input, InputNumber, Modal, Radio, Space } from 'antd'
import { type Run, reportDelay } from '../../contract/shuttle-fleet'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { runName } from './runs-table'
import { delaySentences } from './sentences'

interface Fields {
  what: 'late' | 'cancelled' | 'onTime'
  delayMinutes: number
  note: string
}

interface Props {
  run: Run
  onClose: () => void
  onDone: () => void
}

const usual = [5, 10, 15, 20, 30]

/** Says that a run is late, cancelled, or on time again; its riders are told. */
export function ReportDelay({ run, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const what = Form.useWatch('what', form)
  const task = useTask(reportDelay, delaySentences)
  const wasChanged = run.isCancelled || run.delayMinutes > 0

  async function save({ what: chosen, delayMinutes, note }: Fields) {
    const done = await task.run({
      tripId: run.tripId,
      day: run.day,
      startsAtSeconds: run.startsAtSeconds,
      delayMinutes: chosen === 'late' ? delayMinutes : 0,
      isCancelled: chosen === 'cancelled',
      note,
    })
    if (!done) return
    const told = done.told > 0 ? `，已通知 ${done.told} 位乘客` : '，没有预约的乘客要通知'
    message.success(
      (chosen === 'late'
        ? `已报晚点 ${done.delayMinutes} 分钟`
        : chosen === 'cancelled'
          ? '已停开'
          : '已恢复按时刻表') + told,
    )
    onDone()
  }

  return (
    <Modal
      open
      title={runName(run)}
      okText={what === 'cancelled' ? '停开这一班' : '保存并通知'}
      okButtonProps={{ htmlType: 'submit', form: 'report-delay', danger: what === 'cancelled' }}
      confirmLoading={task.isRunning}
      onCancel={onClose}
    >
      <Form<Fields>
        id='report-delay'
        form={form}
        layout='vertical'
        initialValues={{
          what: run.isCancelled ? 'cancelled' : 'late',
          delayMinutes: run.delayMinutes || 10,
          note: run.changeNote,
        }}
        onFinish={save}
      >
        <Form.Item name='what' label='这一班'>
          <Radio.Group
            options={[
              { value: 'late', label: '晚点' },
              { value: 'cancelled', label: '停开' },
              ...(wasChanged ? [{ value: 'onTime', label: '恢复按时刻表' }] : []),
            ]}
          />
        </Form.Item>
        {what === 'late' && (
          <Form.Item label='晚多少分钟' required htmlFor='delayMinutes'>
            <Space wrap>
              <Form.Item name='delayMinutes' noStyle rules={[{ required: true, message: '请填写晚多少分钟' }]}>
                <InputNumber
                  id='delayMinutes'
                  min={1}
                  max={600}
                  precision={0}
                  addonAfter='分钟'
                  style={{ width: 130 }}
                  autoFocus
                />
              </Form.Item>
              {usual.map((minutes) => (
                <Button key={minutes} size='small' onClick={() => form.setFieldValue('delayMinutes', minutes)}>
                  {minutes}
                </Button>
              ))}
            </Space>
          </Form.Item>
        )}
        {what === 'cancelled' && run.reserved > 0 && (
          <Alert
            type='warning'
            showIcon
            style={{ marginBottom: 16 }}
            message={`有 ${run.reserved} 位乘客预约了这一班，停开后会收到通知。`}
          />
        )}
        <Form.Item name='note' label='给乘客的说明' extra='例如“北环堵车”。会和晚点、停开一起显示。'>
          <Input maxLength={100} showCount />
        </Form.Item>
        <TroubleNote trouble={task.trouble} />
      </Form>
    </Modal>
  )
}
