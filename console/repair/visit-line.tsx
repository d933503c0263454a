import { App, Button, Input, type InputRef, Space } from 'antd'
import { useRef, useState } from 'react'
import { visitAttempts } from '../../contract/repair-clocks'
import { recordVisit, type Visit } from '../../contract/repair-desk'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { leftText } from './lengths'
import { visitSentences } from './sentences'
import { outcomeNames } from './words'

type Outcome = 'satisfied' | 'unsatisfied' | 'unreachable'

interface Props {
  visit: Visit
  now: string
  onOpen: (ticketId: string) => void
  onChanged: () => void
}

/** What is said once a result is kept; `tried` counts this attempt. */
function saidOf(outcome: Outcome, tried: number): string {
  if (outcome === 'satisfied') return '已记为满意，工单完成'
  if (outcome === 'unsatisfied') return '已重开，等待派单'
  return tried < visitAttempts ? `第 ${tried} 次未接通，稍后再试` : '三次未接通，回访结束'
}

/** One return visit: whom to call about what, and what it came to. */
export function VisitLine({ visit, now, onOpen, onChanged }: Props) {
  const zone = useZone()
  const { message } = App.useApp()
  const field = useRef<InputRef>(null)
  const [words, setWords] = useState('')
  const [isWanting, setIsWanting] = useState(false)
  const task = useTask(recordVisit, visitSentences)
  const { ticketId, number, category, place, requester, phone, doer, isMyOwnWork, isOverdue } = visit

  async function keep(outcome: Outcome) {
    const isMissing = outcome === 'unsatisfied' && !words.trim()
    setIsWanting(isMissing)
    if (isMissing) return field.current?.focus()
    const kept = await task.run({ ticketId, outcome, words })
    if (!kept) return
    message.success(`${number} ${saidOf(outcome, kept.attempts)}`)
    onChanged()
  }

  return (
    <li className='visit' aria-label={`回访 ${number}`}>
      <div>
        <strong className={isOverdue ? 'due due-over' : 'due'}>{leftText(visit.visitDueAt, now)}</strong>
        <div className='quiet'>
          第 {visit.attempts.length + 1} 次（最多 {visitAttempts} 次）
        </div>
      </div>
      <div>
        <Button type='link' size='small' style={{ padding: 0 }} onClick={() => onOpen(ticketId)}>
          {number} {category}
        </Button>
        <div>{place}</div>
        <div className='quiet'>
          {doer} {showInstant(visit.resolvedAt, zone)} 完成
        </div>
        {visit.attempts.map((tried) => (
          <div key={tried.at} className='quiet'>
            {showInstant(tried.at, zone)} {tried.by} {outcomeNames[tried.outcome]}
            {tried.words && `：${tried.words}`}
          </div>
        ))}
      </div>
      <div>
        <div>{requester}</div>
        {phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className='quiet'>没有留电话</span>}
      </div>
      <div>
        {isMyOwnWork ? (
          <p className='quiet'>这件是您处理的，请另一位同事回访。</p>
        ) : (
          <Input
            ref={field}
            aria-label={`${number} 的回访记录`}
            maxLength={300}
            status={isWanting ? 'error' : undefined}
            placeholder='回访记录（不满意时必填）'
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {isWanting && <p className='remark-error'>{visitSentences.NEEDS_REASON}</p>}
        <Space>
          <Button disabled={isMyOwnWork || task.isRunning} onClick={() => keep('satisfied')}>
            满意
          </Button>
          <Button danger disabled={isMyOwnWork || task.isRunning} onClick={() => keep('unsatisfied')}>
            不满意，重开
          </Button>
          <Button disabled={isMyOwnWork || task.isRunning} onClick={() => keep('unreachable')}>
            未接通
          </Button>
        </Space>
        <TroubleNote trouble={task.trouble} onRetry={task.trouble?.refusal ? onChanged : undefined} />
      </div>
    </li>
  )
}
