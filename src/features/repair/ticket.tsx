import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { hasJobActs, JobActs } from './job-acts'
import { JobSpent } from './job-spent'
import { ticketPhotos } from './photos'
import { RateCard } from './rate-card'
import { ticketSentences } from './sentences'
import { TicketActs } from './ticket-acts'
import { TicketFacts } from './ticket-facts'
import { TicketHead } from './ticket-head'
import { TicketPhotos } from './ticket-photos'
import { TicketTimeline } from './ticket-timeline'
import { useTicket } from './use-ticket'
import './ticket.scss'

/** 工单: how it stands and until when what happens, what was reported, what has happened, and what one can do now. */
export default function TicketPage() {
  const { ticketId = '' } = useParams<'ticketId'>()
  const me = useMe()
  const { asked, trouble, settle, reopen, ...acts } = useTicket(me ? ticketId : '')
  const { now, zone } = usePresent(asked.value, asked.problem !== undefined)
  useEffect(() => {
    ticketPhotos.takeUp(ticketId)
  }, [ticketId])
  useEffect(() => {
    // It stands at the top of the page, and what led to it further down.
    if (trouble) Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined)
  }, [trouble])
  if (!me) {
    return (
      <Page>
        <Empty icon='ticket' text='登录后可以看到工单的进展。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  if (asked.refusal || !ticketId) {
    return (
      <Page>
        <Empty
          icon='ticket'
          text={ticketSentences.NO_SUCH_TICKET}
          action='我的报修'
          onAction={() => goTo('myTickets', {}, 'replace')}
        />
      </Page>
    )
  }
  const ticket = asked.value
  return (
    <Page footer={ticket && hasJobActs(ticket) ? <JobActs ticket={ticket} onDone={asked.refresh} /> : undefined}>
      <View className='ticket-trouble' aria-live='assertive'>
        {trouble ?? ''}
      </View>
      <Stack>
        <AskedView asked={asked} lines={8}>
          {(value) => (
            <Stack>
              <TicketHead ticket={value} now={now} zone={zone} />
              {/* A new status begins it anew; in a node of its own, so that only it is sent. */}
              <View className='ticket-rate'>
                <RateCard key={`${value.cycle} ${value.status}`} ticket={value} onSettle={settle} onReopen={reopen} />
              </View>
              <TicketPhotos ticket={value} onChanged={asked.refresh} />
              <TicketFacts ticket={value} now={now} zone={zone} />
              <JobSpent ticket={value} />
              <TicketTimeline ticket={value} now={now} zone={zone} />
              <TicketActs ticket={value} now={now} zone={zone} acts={acts} />
            </Stack>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
