import { Form, Input, Radio } from 'antd'
import type { ClosedKind } from '../../contract/repair-lifecycle'
import { finishTicket } from '../../contract/repair-work'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { type CostFields, CostLines, costsOf } from './cost-lines'
import { finishSentences } from './sentences'
import { actNames, closedNames, optionsOf } from './words'

interface Fields {
  closedKind: ClosedKind
  note?: string
  costs?: CostFields[]
}

/** Closes the work: how it ended, in words where it is not simply fixed, and what it cost. */
export function FinishForm({ ticket, onDone, ...frame }: ActProps) {
  const [form] = Form.useForm<Fields>()
  const task = useTask(finishTicket, finishSentences)
  const isFixed = (Form.useWatch('closedKind', form) ?? 'fixed') === 'fixed'

  async function finish({ closedKind, note = '', costs = [] }: Fields) {
    const moved = await task.run({ ticketId: ticket.ticketId, closedKind, note, costs: costsOf(costs) })
    if (moved) onDone('已完成，等待报修人确认')
  }

  return (
    <ActForm<Fields>
      {...frame}
      form={form}
      task={task}
      title={actNames.finish}
      about='报修人会收到结果并确认；48 小时内要回访。'
      initialValues={{ closedKind: 'fixed' }}
      submit='确定完成'
      onSubmit={finish}
    >
      <Form.Item name='closedKind' label='结果' rules={[{ required: true }]}>
        <Radio.Group options={optionsOf(closedNames)} />
      </Form.Item>
      <Form.Item
        name='note'
        label={isFixed ? '说明（选填）' : '说明'}
        rules={isFixed ? [] : [{ required: true, whitespace: true, message: finishSentences.NEEDS_REASON }]}
      >
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} placeholder='做了什么，还差什么' />
      </Form.Item>
      <CostLines />
    </ActForm>
  )
}
