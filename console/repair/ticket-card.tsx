import { UserOutlined } from '@ant-design/icons'
import type { TicketBrief } from '../../contract/repair'
import { DueMark, PeopleMark, PromiseMark, UrgentMark } from './ticket-marks'
import { kindNames } from './words'

interface Props {
  ticket: TicketBrief
  now: string
  /** Where it opens, for a new tab. */
  href: string
  onOpen: (ticketId: string) => void
}

/** A ticket on the board: what, where, how urgent, how long still, and who has it. */
export function TicketCard({ ticket, now, href, onOpen }: Props) {
  const { ticketId, number, kind, category, place, asset, assignee, promisedOn, isOverdue } = ticket
  return (
    <a
      className={isOverdue ? 'card card-over' : 'card'}
      href={href}
      onClick={(event) => {
        // a new tab or window is the browser's to open
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(ticketId)
      }}
    >
      <span className='card-title'>
        <UrgentMark urgency={ticket.urgency} />
        {kind !== 'repair' && <span className='mark'>{kindNames[kind]}</span>}
        <strong>{category}</strong>
      </span>
      <span className='card-place'>{[place, asset].filter(Boolean).join('，')}</span>
      <DueMark ticket={ticket} now={now} />
      <PromiseMark promisedOn={promisedOn} now={now} />
      <span className='card-foot'>
        {assignee && (
          <span className='card-who'>
            <UserOutlined aria-hidden /> {assignee}
          </span>
        )}
        <PeopleMark priority={ticket.priority} />
        <span className='card-number'>{number}</span>
      </span>
    </a>
  )
}
