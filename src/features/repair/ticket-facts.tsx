import { View } from '@tarojs/components'
import type { Ticket } from '../../../contract/repair'
import { Card } from '../../ui/card'
import { isFollowed } from './ticket-words'
import { momentText, spanText } from './words'
import './ticket-facts.scss'

interface TicketFactsProps {
  ticket: Ticket
  /** Epoch ms. */
  now: number
  zone: string
}

function linesOf({ ticket, now, zone }: TicketFactsProps): { name: string; text: string }[] {
  const { answers, wantedFrom, wantedUntil, requester, requesterDepartment, reportedBy } = ticket
  return [
    ...answers.map(({ question, answer }) => ({ name: question, text: answer })),
    { name: '描述', text: ticket.words },
    { name: '希望上门', text: wantedFrom ? spanText(wantedFrom, wantedUntil, now, zone) : '' },
    {
      name: ticket.kind === 'repair' ? '报修人' : '提交人',
      text: [requester, requesterDepartment].filter(Boolean).join(' · '),
    },
    { name: '代报', text: reportedBy === requester ? '' : reportedBy },
    { name: '联系电话', text: ticket.phone },
    { name: '提交于', text: momentText(ticket.createdAt, now, zone) },
    { name: '并入的', text: ticket.absorbed.map(({ number }) => number).join('、') },
  ].filter(({ text }) => text !== '')
}

/** What was reported; nothing of it for those who only follow. */
export function TicketFacts(props: TicketFactsProps) {
  return (
    <View className='ticket-facts-place'>
      {isFollowed(props.ticket) ? null : (
        <Card title='提交的内容'>
          {linesOf(props).map(({ name, text }) => (
            <View key={name} className='ticket-fact'>
              <View className='ticket-fact-name'>{name}</View>
              <View className='ticket-fact-text'>{text}</View>
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
