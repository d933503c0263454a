import { Form, Input } from 'antd'
import { assignTicket, type Suggestion, transferTicket } from '../../contract/repair-work'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { assignSentences } from './sentences'
import { TechnicianChoice } from './technician-choice'
import { actNames } from './words'

interface Fields {
  who?: Suggestion
  reason?: string
}

/** Gives a ticket to a technician, chosen by what speaks for and against each. */
export function AssignForm({ ticket, onDone, ...frame }: ActProps) {
  const [form] = Form.useForm<Fields>()
  const task = useTask(assignTicket, assignSentences)
  const who = Form.useWatch('who', form)

  async function assign({ who: chosen }: Fields) {
    if (!chosen) return
    const moved = await task.run({ ticketId: ticket.ticketId, toPersonId: chosen.personId })
    if (moved) onDone(`已派给${chosen.name}，等待接单`)
  }

  return (
    <ActForm<Fields>
      {...frame}
      form={form}
      task={task}
      title={actNames.assign}
      about='对方接单之前，责任人不变。'
      submit={who ? `派给${who.name}` : '请选择派给谁'}
      canSubmit={who !== undefined}
      onSubmit={assign}
    >
      <Form.Item name='who'>
        <TechnicianChoice ticket={ticket} />
      </Form.Item>
    </ActForm>
  )
}

/** Hands a ticket that somebody has to another technician, with a reason. */
export function TransferForm({ ticket, onDone, ...frame }: ActProps) {
  const [form] = Form.useForm<Fields>()
  const task = useTask(transferTicket, assignSentences)
  const who = Form.useWatch('who', form)

  async function transfer({ who: chosen, reason = '' }: Fields) {
    if (!chosen) return
    const moved = await task.run({ ticketId: ticket.ticketId, toPersonId: chosen.personId, reason })
    if (moved) onDone(`已转派给${chosen.name}，等待接单`)
  }

  return (
    <ActForm<Fields>
      {...frame}
      form={form}
      task={task}
      title={actNames.transfer}
      about={`新的处理人接单之前，仍由${ticket.accountable || '现在的处理人'}负责。`}
      submit={who ? `转派给${who.name}` : '请选择转派给谁'}
      canSubmit={who !== undefined}
      onSubmit={transfer}
    >
      <Form.Item name='who'>
        <TechnicianChoice ticket={ticket} />
      </Form.Item>
      <Form.Item
        name='reason'
        label='转派原因'
        rules={[{ required: true, whitespace: true, message: '请填写转派原因' }]}
      >
        <Input maxLength={200} placeholder='例如：需要高压电工' />
      </Form.Item>
    </ActForm>
  )
}
