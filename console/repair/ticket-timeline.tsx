import { Button, Form, Input } from 'antd'
import type { Ticket, TimelineEntry } from '../../contract/repair'
import { commentTicket } from '../../contract/repair-requester'
import { parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { eventText } from './event-text'
import { commentSentences } from './sentences'

interface Props {
  ticket: Ticket
  onDirty: (isDirty: boolean) => void
  onChanged: () => void
}

/** What happened, the latest first, and a field to add words of one's own. */
export function TicketTimeline({ ticket, onDirty, onChanged }: Props) {
  const latestFirst = [...ticket.timeline].reverse()
  return (
    <section aria-label='经过'>
      <Section>经过</Section>
      <Comment ticketId={ticket.ticketId} onDirty={onDirty} onChanged={onChanged} />
      <ol className='timeline'>
        {latestFirst.map((entry, i) => (
          <Entry
            key={entry.eventNumber}
            entry={entry}
            now={parseInstant(ticket.now) ?? 0}
            isFirstOfCycle={ticket.cycle > 1 && latestFirst[i - 1]?.cycle !== entry.cycle}
          />
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  entry: TimelineEntry
  now: number
  isFirstOfCycle: boolean
}

function Entry({ entry, now, isFirstOfCycle }: EntryProps) {
  const zone = useZone()
  const isWarning = entry.kind === 'warned' || entry.kind === 'escalated'
  return (
    <>
      {isFirstOfCycle && <li className='timeline-cycle'>第 {entry.cycle} 轮</li>}
      <li className={`timeline-${entry.kind}`}>
        <span className='timeline-text'>
          {isWarning && '⚠ '}
          {entry.kind === 'commented' ? `「${eventText(entry, now, zone)}」` : eventText(entry, now, zone)}
        </span>
        <span className='timeline-when'>{[showInstant(entry.at, zone), entry.by || '系统'].join(' ')}</span>
      </li>
    </>
  )
}

function Comment({ ticketId, onDirty, onChanged }: { ticketId: string } & Pick<Props, 'onDirty' | 'onChanged'>) {
  const [form] = Form.useForm<{ words: string }>()
  const task = useTask(commentTicket, commentSentences)

  async function send({ words }: { words: string }) {
    if (!words.trim() || !(await task.run({ ticketId, words }))) return
    form.resetFields()
    onDirty(false)
    onChanged()
  }

  return (
    <Form
      form={form}
      className='comment'
      onValuesChange={() => onDirty(true)}
      onFinish={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
      }}
    >
      <Form.Item name='words' noStyle>
        <Input.TextArea
          aria-label='补充说明'
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder='给报修人和处理人留言'
        />
      </Form.Item>
      <Button htmlType='submit' loading={task.isRunning}>
        发送
      </Button>
      <TroubleNote trouble={task.trouble} />
    </Form>
  )
}
