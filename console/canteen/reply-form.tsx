import { App, Button, Form, Input } from 'antd'
import type { Feedback } from '../../contract/canteen-feedback'
import { replyRating } from '../../contract/canteen-ratings'
import type { ValueOf } from '../../contract/procedure'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { replySentences } from './feedback-sentences'

interface Props {
  comment: Feedback
  onDirty: (isDirty: boolean) => void
  onReplied: (message: ValueOf<typeof replyRating>) => void
}

/** The kitchen's answer in the thread; Ctrl+Enter sends it. */
export function ReplyForm({ comment, onDirty, onReplied }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<{ words: string }>()
  const task = useTask(replyRating, replySentences)

  async function reply({ words }: { words: string }) {
    const sent = await task.run({ ratingId: comment.ratingId, words })
    if (!sent) return
    form.resetFields()
    message.success('已回复，写评价的同事会收到通知')
    onReplied(sent)
  }

  return (
    <Form form={form} layout='vertical' onValuesChange={() => onDirty(true)} onFinish={reply}>
      <Form.Item name='words' rules={[{ required: true, whitespace: true, message: '请写下回复' }]}>
        <Input.TextArea
          aria-label='回复'
          rows={3}
          maxLength={500}
          showCount
          placeholder='先谢谢对方，再说查到了什么、会怎么改。不要写姓名和电话。'
          onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && form.submit()}
        />
      </Form.Item>
      <TroubleNote trouble={task.trouble} />
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        {comment.thread.some(({ side }) => side === 'kitchen') ? '再回复一条' : '回复'}
      </Button>
    </Form>
  )
}
