import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { cancelTicket, reopenTicket } from '../../contract/repair-requester'
import { bounceTicket, refuseTicket } from '../../contract/repair-work'
import type { Trouble } from '../ui/trouble'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { moveSentences, reopenSentences } from './sentences'
import { actNames } from './words'

interface ReasonProps extends ActProps {
  title: string
  about: ReactNode
  label: string
  placeholder: string
  isOptional?: boolean
  isDanger?: boolean
  submit: string
  done: string
  task: {
    run: (input: { ticketId: string; reason: string }) => Promise<object | undefined>
    isRunning: boolean
    trouble?: Trouble
  }
}

function Reason({ ticket, onDone, label, placeholder, isOptional, done, task, ...form }: ReasonProps) {
  async function submit({ reason = '' }: { reason?: string }) {
    if (await task.run({ ticketId: ticket.ticketId, reason })) onDone(done)
  }

  return (
    <ActForm {...form} task={task} onSubmit={submit}>
      <Form.Item
        name='reason'
        label={label}
        rules={isOptional ? [] : [{ required: true, whitespace: true, message: `请填写${label}` }]}
      >
        <Input.TextArea maxLength={200} autoFocus autoSize={{ minRows: 2 }} placeholder={placeholder} />
      </Form.Item>
    </ActForm>
  )
}

/** Says that it is not ours or cannot be done, and why. */
export function RefuseForm(props: ActProps) {
  const task = useTask(refuseTicket, moveSentences)
  return (
    <Reason
      {...props}
      task={task}
      title={actNames.refuse}
      about='工单会结束，原因原样告诉报修人；报修人可以重开。'
      label='原因'
      placeholder='例如：属于个人物品，不在维修范围'
      isDanger
      submit='确定不受理'
      done='已标为不受理，并告诉了报修人'
    />
  )
}

/** Withdraws a ticket nobody was given yet. */
export function CancelForm(props: ActProps) {
  const task = useTask(cancelTicket, moveSentences)
  return (
    <Reason
      {...props}
      task={task}
      title={actNames.cancel}
      about='撤销后工单结束，不计入未完成。'
      label='原因（选填）'
      placeholder='例如：报修人来电说已经好了'
      isOptional
      isDanger
      submit='确定撤销'
      done='已撤销'
    />
  )
}

/** Begins a new cycle: it was not settled after all. */
export function ReopenForm(props: ActProps) {
  const task = useTask(reopenTicket, reopenSentences)
  return (
    <Reason
      {...props}
      task={task}
      title={actNames.reopen}
      about='从现在起重新计时，原来那一轮的时间和评价保留不变。'
      label='哪里没有解决'
      placeholder='例如：空调又不制冷了'
      submit='确定重开'
      done='已重开，等待派单'
    />
  )
}

/** Gives back what one was assigned. */
export function BounceForm(props: ActProps) {
  const task = useTask(bounceTicket, moveSentences)
  return (
    <Reason
      {...props}
      task={task}
      title={actNames.bounce}
      about='退回后等待重新派单；在下一位接单之前，责任人不变。'
      label='原因'
      placeholder='例如：需要电工'
      submit='确定退回'
      done='已退回，等待重新派单'
    />
  )
}
