import { View } from '@tarojs/components'
import type { Me } from '../../contract/people-sign-in'
import { listMyTickets } from '../../contract/repair'
import { formatDayNear, formatMoment, parseInstant } from '../../contract/zone'
import { goTo } from '../go-to'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'

type MyTickets = NonNullable<ReturnType<typeof useAsked<typeof listMyTickets>>['value']>

const mostAsked = 20
const mostShown = 3

/** How far a ticket of mine has come, in few words; undefined when there is nothing to say beyond its being reported. */
function stateOf(ticket: MyTickets['items'][number], now: number, zone: string): string {
  if (ticket.wantsMe) return '已处理，请确认并评价'
  if (ticket.status === 'hung' && ticket.promisedOn) return `答应 ${formatDayNear(ticket.promisedOn, now, zone)} 前继续`
  if (ticket.status === 'new' || ticket.status === 'assigned') return '等待接单'
  if (ticket.status === 'done') return '已处理'
  const until =
    ticket.dueClock === 'resolve' && ticket.dueAt && !ticket.isOverdue ? parseInstant(ticket.dueAt) : undefined
  return `${ticket.assignee || '师傅'}正在处理${until ? `，应在 ${formatMoment(until, now, zone)} 前完成` : ''}`
}

/** Open tickets of mine, those that wait for my word first; nothing when there are none, and nothing while it loads. */
export function WaitingTickets({ me }: { me: Me }) {
  const { value } = useAsked(listMyTickets, { isOpen: true, limit: mostAsked })
  const { zone } = me.institution
  const now = value ? (parseInstant(value.now) ?? Date.now()) : 0
  // praise wants nothing of anybody
  const items = (value?.items ?? []).filter(({ kind, wantsMe }) => kind !== 'praise' || wantsMe)
  const first = [...items.filter(({ wantsMe }) => wantsMe), ...items.filter(({ wantsMe }) => !wantsMe)]
  return (
    <View className='home-part'>
      {first.length > 0 ? (
        <Card title='我的报修' isFlush>
          {first.slice(0, mostShown).map((ticket) => (
            <Row
              key={ticket.ticketId}
              title={ticket.category}
              note={`${ticket.place} · ${stateOf(ticket, now, zone)}`}
              tag={ticket.wantsMe ? '待确认' : undefined}
              onTap={() => goTo('ticket', { ticketId: ticket.ticketId })}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}
