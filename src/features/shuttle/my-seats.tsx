import { View } from '@tarojs/components'
import { useState } from 'react'
import { listMySeats } from '../../../contract/shuttle-seats'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { MySeasons } from './my-seasons'
import { RideRecord } from './ride-record'
import { SeatCard } from './seat-card'
import { SignInFirst } from './sign-in-first-card'
import { useTicking } from './use-ticking'
import './my-seats.scss'

const views = [
  { value: 'coming', label: '接下来' },
  { value: 'past', label: '以前的' },
  { value: 'seasons', label: '长期' },
  { value: 'record', label: '乘车记录' },
] as const
type View4 = (typeof views)[number]['value']

const empty = {
  coming: '还没有预约班车座位。在班车页点一班车就能预约。',
  past: '还没有坐过的班次。',
} as const

/** The seats to come, soonest first, or those that are past. */
function Seats({ view }: { view: 'coming' | 'past' }) {
  const { first, items, ...pages } = useAskedPages(listMySeats, { isPast: view === 'past' })
  useTicking(30_000)
  return (
    <Stack>
      <AskedView asked={first} lines={6}>
        {() =>
          items.length === 0 ? (
            <Empty icon='bus' text={empty[view]} action='看班车' onAction={() => goTo('departures')} />
          ) : (
            <InGroups items={items} keyOf={({ reservationId }) => reservationId} className='my-seats'>
              {(seat) => <SeatCard key={seat.reservationId} seat={seat} onChanged={first.refresh} />}
            </InGroups>
          )
        }
      </AskedView>
      <MoreButton label='更多' {...pages} />
    </Stack>
  )
}

/** 我的座位: what is coming (also waiting and offered), what is past, seasons, and the ledger as the fleet sees it. */
export default function MySeats() {
  const me = useMe()
  const [view, setView] = useState<View4>('coming')
  if (!me) return <SignInFirst />
  return (
    <Page footer={<Button onTap={() => goTo('departures')}>看班车、预约座位</Button>}>
      <Chips label='看什么' choices={views} chosen={[view]} onTap={setView} />
      <View>
        {view === 'seasons' ? <MySeasons /> : view === 'record' ? <RideRecord /> : <Seats key={view} view={view} />}
      </View>
    </Page>
  )
}
