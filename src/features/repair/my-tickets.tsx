import { useState } from 'react'
import { listMyTickets } from '../../../contract/repair'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { TicketLine } from './ticket-line'
import './my-tickets.scss'

const views = [
  { value: 'open', label: '进行中' },
  { value: 'all', label: '全部' },
] as const

const empty = {
  open: '没有进行中的工单。东西坏了，扫一下墙上的码就能报。',
  all: '您还没有报过修。东西坏了，扫一下墙上的码就能报。',
} as const

/** 我的报修: what I reported or joined, newest first. */
export default function MyTickets() {
  const [view, setView] = useState<'open' | 'all'>('open')
  const { first, items, ...pages } = useAskedPages(listMyTickets, view === 'open' ? { isOpen: true } : {})
  const { now, zone } = usePresent(first.value, first.problem !== undefined)
  return (
    <Page footer={<Button onTap={() => goTo('report')}>我要报修</Button>}>
      <Segmented choices={views} chosen={view} onChoose={setView} />
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty icon='ticket' text={empty[view]} action='去报修' onAction={() => goTo('report')} />
            ) : (
              <InGroups items={items} keyOf={({ ticketId }) => ticketId} className='my-tickets'>
                {(ticket) => <TicketLine key={ticket.ticketId} ticket={ticket} now={now} zone={zone} />}
              </InGroups>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多工单' {...pages} />
    </Page>
  )
}
