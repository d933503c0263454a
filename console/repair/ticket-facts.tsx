import type { ReactNode } from 'react'
import type { Ticket } from '../../contract/repair'
import { formatClock, formatDayNear, formatMoment, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Section } from '../ui/section'
import { lengthText } from './lengths'
import { channelNames, closedNames, hangNames, outcomeNames } from './words'

/** '明天 周日 09:00–11:00', or its one end. */
function wantedText({ wantedFrom, wantedUntil }: Ticket, now: number, zone: string): string {
  const [from, until] = [wantedFrom, wantedUntil].map((at) => (at ? parseInstant(at) : undefined))
  if (from === undefined) return until === undefined ? '' : `${formatMoment(until, now, zone)} 之前`
  return formatMoment(from, now, zone) + (until === undefined ? ' 以后' : `–${formatClock(until, zone)}`)
}

function takenInBy({ channel, reportedBy, requester }: Ticket): string {
  return reportedBy && reportedBy !== requester ? `${channelNames[channel]}，${reportedBy}代报` : channelNames[channel]
}

/** Who is answerable, and how it came about when that is not plain. */
function Accountable({ ticket: { accountable, assignee, ownerlessMinutes, bounces } }: { ticket: Ticket }) {
  return (
    <>
      {accountable || '还没有人负责'}
      {accountable && assignee && accountable !== assignee && (
        <span className='quiet'>（{assignee}接单后由其负责）</span>
      )}
      {ownerlessMinutes > 0 && (
        <div className='quiet'>
          {accountable ? '曾有' : '已有'} {lengthText(ownerlessMinutes)}没有人负责
        </div>
      )}
      {bounces > 0 && <div className='remark-guess'>退回过 {bounces} 次</div>}
    </>
  )
}

/** What was reported, by whom, and who has it; what is empty is left out. */
export function TicketFacts({ ticket }: { ticket: Ticket }) {
  const zone = useZone()
  const now = parseInstant(ticket.now) ?? 0
  const day = (text: string) => formatDayNear(text, now, zone)
  const facts: [label: string, value: ReactNode][] = [
    ['地点', ticket.place],
    ['设备', ticket.asset],
    ['报修人', [ticket.requester, ticket.requesterDepartment].filter(Boolean).join('，')],
    ['电话', ticket.phone],
    ['报修时间', `${showInstant(ticket.createdAt, zone)}（${takenInBy(ticket)}）`],
    ['期望上门', wantedText(ticket, now, zone)],
    ['处理人', ticket.assignee || '还没有派'],
    ['责任人', <Accountable key='accountable' ticket={ticket} />],
    ['约定上门', ticket.plannedFor && formatMoment(parseInstant(ticket.plannedFor) ?? 0, now, zone)],
    ['挂起原因', hangNames[ticket.hangReason as keyof typeof hangNames] ?? ticket.hangReason],
    ['答应日期', ticket.promisedOn && day(ticket.promisedOn)],
    ['处理结果', ticket.closedKind && closedNames[ticket.closedKind]],
    ['回访', ticket.visitState && outcomeNames[ticket.visitState]],
  ]
  return (
    <>
      {ticket.words && <blockquote className='ticket-words'>{ticket.words}</blockquote>}
      {ticket.answers.length > 0 && (
        <dl className='facts'>
          {ticket.answers.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      <Section>资料</Section>
      <dl className='facts'>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
