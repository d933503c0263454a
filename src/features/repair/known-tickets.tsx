import { View } from '@tarojs/components'
import { useState } from 'react'
import { joinTicket } from '../../../contract/repair'
import { isOpen } from '../../../contract/repair-lifecycle'
import type { OpenTicket } from '../../../contract/repair-places'
import { formatDayNear } from '../../../contract/zone'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { askForReminders } from '../../platform/reminders'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { say } from '../../ui/say'
import { joinSentences } from './sentences'
import { metText, momentText, statusWords } from './words'
import './known-tickets.scss'

interface KnownTicketsProps {
  title: string
  tickets: readonly OpenTicket[]
  now: number
  zone: string
  /** Somebody joined, or it was found closed: what is open here should be asked anew. */
  onJoined: () => Promise<unknown>
}

const shownAtFirst = 3

function factsOf(ticket: OpenTicket, now: number, zone: string): string {
  const until = ticket.promisedOn ? `答应 ${formatDayNear(ticket.promisedOn, now, zone)} 前处理` : ''
  return [`${momentText(ticket.createdAt, now, zone)} 报`, metText(ticket.priority), until].filter(Boolean).join(' · ')
}

/** What is open at a place already, each with 我也遇到了 in one tap; nothing when nothing is open. */
export function KnownTickets({ title, tickets, now, zone, onJoined }: KnownTicketsProps) {
  const [isWhole, setWhole] = useState(false)
  const open = tickets.filter(({ status }) => isOpen(status))
  const shown = isWhole ? open : open.slice(0, shownAtFirst)
  const join = async (ticketId: string) => {
    // WeChat allows the question only directly in the tap, before anything is awaited.
    askForReminders()
    try {
      const answer = await call(joinTicket, { ticketId })
      say('value' in answer ? `已记下，${answer.value.priority} 人遇到，有进展会通知您` : joinSentences[answer.refusal])
      await onJoined()
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
  }
  return (
    <View className='known-place'>
      {open.length > 0 ? (
        <Card title={title} isFlush>
          {shown.map((ticket) => (
            <View key={ticket.ticketId} className='known'>
              <View className='known-words'>
                <View className='known-what'>
                  <View>{[ticket.category, ticket.asset].filter(Boolean).join(' · ')}</View>
                  <Badge tone={statusWords[ticket.status].tone}>{statusWords[ticket.status].word}</Badge>
                </View>
                <View className='known-facts'>{factsOf(ticket, now, zone)}</View>
              </View>
              <Button
                kind='plain'
                isSmall
                onTap={() => (ticket.isMine ? goTo('ticket', { ticketId: ticket.ticketId }) : join(ticket.ticketId))}
              >
                {ticket.isMine ? '看进度' : '我也遇到了'}
              </Button>
            </View>
          ))}
          <View>
            {open.length > shown.length ? (
              <Button kind='link' onTap={() => setWhole(true)}>
                {`还有 ${open.length - shown.length} 件，全部显示`}
              </Button>
            ) : null}
          </View>
        </Card>
      ) : null}
    </View>
  )
}
