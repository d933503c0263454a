import { App, Button, DatePicker, Form, Input, Select, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type CorrectiveAction, type Feedback, saveAction } from '../../contract/canteen-feedback'
import { addDays, dayOf } from '../../contract/zone'
import { useSession, useZone } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { saveActionSentences } from './feedback-sentences'
import { useCanteen } from './use-canteen'
import { chipNames } from './words'

interface Fields {
  canteenId: string
  title: string
  detail?: string
  ownerId: string
  dueOn: Dayjs
}

interface Props {
  /** The comment it comes of. */
  from?: Feedback
  /** Absent: a new one. */
  action?: CorrectiveAction
  onDirty: (isDirty: boolean) => void
  onSaved: (action: CorrectiveAction) => void
  onCancel?: () => void
}

/** What a new action begins with. */
function startOf(from: Feedback | undefined) {
  if (!from) return {}
  const about = from.chips.map((chip) => chipNames[chip]).join('、')
  return {
    canteenId: from.canteenId,
    title: `${from.dish}：${about || '评价'}整改`.slice(0, 60),
    detail: from.words,
  }
}

/** A corrective action: what, who, and by when. */
export function ActionForm({ from, action, onDirty, onSaved, onCancel }: Props) {
  const { message } = App.useApp()
  const me = useSession((session) => session.me)
  const today = dayOf(Date.now(), useZone())
  const { canteens, canteen } = useCanteen()
  const task = useTask(saveAction, saveActionSentences)
  // whoever makes it of a comment mostly does it: an urgent comment itself is the duty manager's to answer
  const known = action
    ? { personId: action.ownerId, name: action.owner }
    : me && { personId: me.personId, name: me.name }

  async function save({ dueOn, ...fields }: Fields) {
    const saved = await task.run({
      ...fields,
      actionId: action?.actionId,
      dishId: action?.dishId ?? from?.dishId,
      ratingId: action?.ratingId ?? from?.ratingId,
      dueOn: dueOn.format('YYYY-MM-DD'),
    })
    if (!saved) return
    message.success(action ? '已保存整改' : `已立整改，由${saved.owner}负责`)
    onSaved(saved)
  }

  if (!from && !action && !canteen) return null
  return (
    <Form<Fields>
      layout='vertical'
      aria-label='整改'
      initialValues={{
        canteenId: canteen?.canteenId,
        ...startOf(from),
        ...action,
        ownerId: known?.personId,
        dueOn: dayjs(action?.dueOn ?? addDays(today, 3)),
      }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
    >
      {canteens.length > 1 && !from && (
        <Form.Item name='canteenId' label='食堂' rules={[{ required: true, message: '请选择食堂' }]}>
          <Select options={canteens.map(({ canteenId, name }) => ({ value: canteenId, label: name }))} />
        </Form.Item>
      )}
      {(canteens.length < 2 || from) && <Form.Item name='canteenId' hidden />}
      <Form.Item name='title' label='做什么' rules={[{ required: true, whitespace: true, message: '请写明要做什么' }]}>
        <Input maxLength={60} placeholder='例如：蔬菜改用三道清洗，出餐前抽查' />
      </Form.Item>
      <Form.Item name='detail' label='说明'>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Space size={16} align='start' style={{ display: 'flex' }}>
        <Form.Item
          name='ownerId'
          label='谁负责'
          style={{ width: 300 }}
          rules={[{ required: true, message: '请选择负责人' }]}
        >
          <ColleagueSelect placeholder='输入姓名、拼音或工号' known={known} />
        </Form.Item>
        <Form.Item name='dueOn' label='哪天之前' rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} minDate={action ? undefined : dayjs(today)} />
        </Form.Item>
      </Space>
      <TroubleNote trouble={task.trouble} />
      <Space>
        <Button type='primary' htmlType='submit' loading={task.isRunning}>
          {action ? '保存' : '立整改'}
        </Button>
        {onCancel && <Button onClick={onCancel}>取消</Button>}
      </Space>
    </Form>
  )
}
