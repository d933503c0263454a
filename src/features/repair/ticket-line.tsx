import { View } from '@tarojs/components'
import type { MyTicket } from '../../../contract/repair'
import { formatDayNear } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import { deadlineOf, metText, momentText, statusLook } from './words'
import './ticket-line.scss'

interface TicketLineProps {
  ticket: MyTicket
  /** Epoch ms. */
  now: number
  zone: string
}

/** What comes next, in a few words: what I am asked for, until when something is promised, or when it was reported. */
function nextOf({ ticket, now, zone }: TicketLineProps): { text: string; isUrging: boolean } {
  if (ticket.wantsMe) return { text: '已处理，请确认并评价', isUrging: true }
  if (ticket.promisedOn) return { text: `答应 ${formatDayNear(ticket.promisedOn, now, zone)} 前继续`, isUrging: false }
  const due = ticket.dueClock === 'visit' ? undefined : deadlineOf(ticket, now, zone)
  if (due) return { text: due.text, isUrging: due.isOver }
  return { text: `${momentText(ticket.createdAt, now, zone)} 提交`, isUrging: false }
}

/** One ticket in a list: what, where, and how it stands. */
export function TicketLine(props: TicketLineProps) {
  const { ticket } = props
  const { word, tone, icon } = statusLook(ticket, ticket.wantsMe)
  const next = nextOf(props)
  const facts = [`单号 ${ticket.number}`, metText(ticket.priority), ticket.isJoined ? '我也遇到了' : '']
  return (
    <View
      className='ticket-line'
      hoverClass='ticket-line-pressed'
      onClick={() => goTo('ticket', { ticketId: ticket.ticketId })}
      role='button'
    >
      <View className='ticket-line-head'>
        <Icon name={icon} />
        <View className='ticket-line-what'>{[ticket.category, ticket.asset].filter(Boolean).join(' · ')}</View>
        <Badge tone={tone}>{ticket.mergedIntoId ? `已合并 · ${word}` : word}</Badge>
      </View>
      <View>{ticket.place}</View>
      <View className={next.isUrging ? 'ticket-line-next ticket-line-urging' : 'ticket-line-next'}>{next.text}</View>
      <View className='ticket-line-facts'>{facts.filter(Boolean).join(' · ')}</View>
    </View>
  )
}
