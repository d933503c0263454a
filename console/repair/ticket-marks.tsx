import { ClockCircleOutlined, ExclamationCircleFilled, TeamOutlined } from '@ant-design/icons'
import type { TicketBrief } from '../../contract/repair'
import type { TicketStatus } from '../../contract/repair-lifecycle'
import { formatDayNear, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { leftText } from './lengths'
import { clockNames, statusNames } from './words'

/** A ticket's status in a word; the shade only helps. */
export function StatusMark({ status }: { status: TicketStatus }) {
  return <span className={`mark mark-${status}`}>{statusNames[status]}</span>
}

/** Says that it is urgent; nothing when it is not. */
export function UrgentMark({ urgency }: Pick<TicketBrief, 'urgency'>) {
  return urgency === 'urgent' ? <span className='mark mark-urgent'>紧急</span> : null
}

/** How many people have met it; nothing while it is one. */
export function PeopleMark({ priority }: Pick<TicketBrief, 'priority'>) {
  if (priority < 2) return null
  return (
    <span className='people-mark'>
      <TeamOutlined aria-hidden /> {priority} 人
    </span>
  )
}

/** The next deadline: whose clock, and what is left of it as seen from `now` (from the wire). */
export function DueMark({ ticket, now }: { ticket: TicketBrief; now: string }) {
  const { dueAt, dueClock, isOverdue, status } = ticket
  if (!dueAt) return status === 'hung' ? <span className='due quiet'>挂起中，时限暂停</span> : null
  const isSoon = !isOverdue && (parseInstant(dueAt) ?? 0) - (parseInstant(now) ?? 0) < 60 * 60_000
  return (
    <span className={`due ${isOverdue ? 'due-over' : isSoon ? 'due-soon' : ''}`}>
      {isOverdue ? <ExclamationCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}{' '}
      {dueClock && clockNames[dueClock]}
      {leftText(dueAt, now)}
    </span>
  )
}

/** The day that was promised when it was hung. */
export function PromiseMark({ promisedOn, now }: { promisedOn?: string; now: string }) {
  const zone = useZone()
  if (!promisedOn) return null
  return <span>答应 {formatDayNear(promisedOn, parseInstant(now) ?? 0, zone)}</span>
}
