import { App, Button, DatePicker, Form, Input, Radio, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type ActionStatus, saveAction } from '../../contract/survey-actions'
import { dayOf } from '../../contract/zone'
import { useZone } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import type { RunAction } from './action-words'
import { saveActionSentences } from './result-sentences'

type Decision = Exclude<ActionStatus, 'closed'>

interface Fields {
  need: string
  measure?: string
  status: Decision
  reason?: string
  ownerId?: string
  dueOn?: Dayjs | null
}

interface Props {
  /** Absent: a new one. */
  action?: RunAction
  /** What a new one comes of. */
  from?: { need: string; surveyId?: string; item?: string }
  onDirty: (isDirty: boolean) => void
  onSaved: () => void
}

const decisions: { value: Decision; label: string }[] = [
  { value: 'proposed', label: '待决定' },
  { value: 'adopted', label: '采纳' },
  { value: 'postponed', label: '暂缓' },
  { value: 'declined', label: '不采纳' },
]

/** One action: what people said, what is decided, who does it by when, or why not. */
export function ActionForm({ action, from, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const today = dayOf(Date.now(), useZone())
  const [form] = Form.useForm<Fields>()
  const task = useTask(saveAction, saveActionSentences)
  const status = Form.useWatch('status', form) ?? action?.status ?? 'adopted'
  const isDoing = status === 'adopted' || status === 'done'
  const isRefused = status === 'postponed' || status === 'declined'

  async function save({ dueOn, ...fields }: Fields) {
    const saved = await task.run({
      ...fields,
      actionId: action?.actionId,
      revision: action?.revision,
      surveyId: action?.surveyId ?? from?.surveyId,
      item: action?.item ?? from?.item,
      dueOn: dueOn?.format('YYYY-MM-DD'),
    })
    if (!saved) return
    message.success('已保存，决定了的会出现在“你说，我们改”里')
    onSaved()
  }

  return (
    <Form<Fields>
      form={form}
      layout='vertical'
      aria-label='改进事项'
      initialValues={{
        need: action?.need ?? from?.need ?? '',
        measure: action?.measure ?? '',
        status: action?.status ?? 'adopted',
        reason: action?.reason ?? '',
        ownerId: action?.ownerId,
        dueOn: action?.dueOn ? dayjs(action.dueOn) : null,
      }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
    >
      <Form.Item
        name='need'
        label='大家说的'
        rules={[{ required: true, whitespace: true, message: '请写明大家说了什么' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} placeholder='例如：午餐排队太久，三成的人说不满意' />
      </Form.Item>
      <Form.Item name='status' label='怎么定'>
        <Radio.Group
          optionType='button'
          options={action && isDoing ? [...decisions, { value: 'done', label: '已做完' }] : decisions}
        />
      </Form.Item>
      {isRefused ? (
        <Form.Item
          name='reason'
          label={status === 'postponed' ? '为什么暂缓，什么时候再看' : '为什么不采纳'}
          rules={[{ required: true, whitespace: true, message: '请写明理由，大家会看到' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Form.Item>
      ) : (
        <Form.Item name='measure' label='怎么改'>
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={500}
            placeholder='例如：午餐提前到 11:20 开，增开一个窗口'
          />
        </Form.Item>
      )}
      {isDoing && (
        <Space align='start' wrap style={{ display: 'flex' }}>
          <Form.Item
            name='ownerId'
            label='谁负责'
            style={{ width: 280 }}
            rules={[{ required: true, message: '请选择负责人' }]}
          >
            <ColleagueSelect
              placeholder='输入姓名、拼音或工号'
              known={action?.ownerId && action.owner ? { personId: action.ownerId, name: action.owner } : undefined}
            />
          </Form.Item>
          <Form.Item name='dueOn' label='哪天之前' rules={[{ required: true, message: '请选择期限' }]}>
            <DatePicker minDate={action ? undefined : dayjs(today)} />
          </Form.Item>
        </Space>
      )}
      {status === 'done' && (
        <Form.Item name='reason' label='做了什么'>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} placeholder='大家会看到，也可以说有没有变好' />
        </Form.Item>
      )}
      <TroubleNote trouble={task.trouble} />
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        保存
      </Button>
    </Form>
  )
}
