import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Ticket } from '../../../contract/repair'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { isFollowed, isMine, statusSentence, statusWordOf } from './ticket-words'
import { WhySheet } from './why-sheet'
import { deadlineOf, kindNames, metText, momentText } from './words'
import './ticket-head.scss'

interface TicketHeadProps {
  ticket: Ticket
  /** Epoch ms. */
  now: number
  zone: string
}

/** Until when what happens; of the return visit whoever waits for it is told only while it is still ahead. */
function dueOf(ticket: Ticket, now: number, zone: string): ReturnType<typeof deadlineOf> {
  if (ticket.dueClock !== 'visit' || !isMine(ticket) || !ticket.dueAt) return deadlineOf(ticket, now, zone)
  return ticket.isOverdue ? undefined : { text: `${momentText(ticket.dueAt, now, zone)} 前会有人回访您`, isOver: false }
}

/** How it stands, large: the status in words with its colour and drawing, what and where, and until when what happens. */
export function TicketHead({ ticket, now, zone }: TicketHeadProps) {
  const [isAsking, setAsking] = useState(false)
  const { word, tone, icon } = statusWordOf(ticket)
  const due = ticket.mergedIntoId ? undefined : dueOf(ticket, now, zone)
  const facts = [kindNames[ticket.kind], `单号 ${ticket.number}`, metText(ticket.priority)]
  const { mergedIntoId } = ticket
  return (
    <View className='ticket-head'>
      <View className={`ticket-state ticket-state-${tone}`}>
        <Icon name={icon} isLarge />
        <View className='ticket-state-words'>
          <View className='ticket-word'>{word}</View>
          <View>{statusSentence(ticket, now, zone)}</View>
        </View>
      </View>
      <View className='ticket-title'>
        <View className='ticket-what'>{[ticket.category, ticket.asset].filter(Boolean).join(' · ')}</View>
        {ticket.urgency === 'urgent' ? <Badge tone='danger'>紧急</Badge> : null}
      </View>
      <View>{ticket.place}</View>
      <View className='ticket-facts'>{facts.filter(Boolean).join(' · ')}</View>
      <View className={due?.isOver ? 'ticket-due ticket-due-over' : 'ticket-due'}>{due?.text ?? ''}</View>
      <View className='ticket-why'>
        {ticket.clocks.length > 0 && !mergedIntoId ? (
          <Button kind='link' isSmall onTap={() => setAsking(true)}>
            为什么是这个时间
          </Button>
        ) : null}
      </View>
      <View className='ticket-merged'>
        {mergedIntoId ? (
          <View>
            <View>{`与工单 ${ticket.mergedIntoNumber} 是同一件事，已经合并，进展以那一张为准。`}</View>
            <Button kind='plain' onTap={() => goTo('ticket', { ticketId: mergedIntoId })}>
              {`看工单 ${ticket.mergedIntoNumber}`}
            </Button>
          </View>
        ) : null}
      </View>
      <View className='ticket-followed'>
        {isFollowed(ticket) ? '您也遇到了这个问题，有进展会通知您。报修人的描述和照片不公开。' : ''}
      </View>
      <WhySheet clocks={ticket.clocks} isOpen={isAsking} now={now} zone={zone} onClose={() => setAsking(false)} />
    </View>
  )
}
