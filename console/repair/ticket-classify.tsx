import { Form, Radio } from 'antd'
import type { Urgency } from '../../contract/repair-lifecycle'
import { classifyTicket } from '../../contract/repair-work'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { CategoryChoice, useCategories } from './category-choice'
import { classifySentences } from './sentences'
import { optionsOf, urgencyNames } from './words'

interface Fields {
  categoryId?: string
  urgency: Urgency
}

/** Corrects category and urgency; the deadlines follow by themselves. */
export function ClassifyForm({ ticket, onDone, ...frame }: ActProps) {
  const task = useTask(classifyTicket, classifySentences)
  const categories = useCategories()

  async function classify({ categoryId, urgency }: Fields) {
    if (!categoryId) return
    const moved = await task.run({ ticketId: ticket.ticketId, categoryId, urgency })
    if (moved) onDone('已改好，时限重新算过')
  }

  return (
    <ActForm<Fields>
      {...frame}
      task={task}
      title='改类别与紧急程度'
      about='时限按新的类别从报修时重新算起，已经挂起的时间仍然扣除。'
      initialValues={{ categoryId: ticket.categoryId, urgency: ticket.urgency }}
      submit='保存类别与紧急程度'
      onSubmit={classify}
    >
      <Form.Item name='categoryId' label='类别' rules={[{ required: true, message: '请选择类别' }]}>
        <CategoryChoice placeholder='选择类别' categories={categories} />
      </Form.Item>
      <Form.Item name='urgency' label='紧急程度'>
        <Radio.Group options={optionsOf(urgencyNames)} />
      </Form.Item>
    </ActForm>
  )
}
