import { useState } from 'react'
import { listMyBookings } from '../../../contract/booking'
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
import { BookingLine } from './booking-line'
import { useSetting } from './use-setting'
import './my-bookings.scss'

const views = [
  { value: 'coming', label: '即将开始' },
  { value: 'past', label: '以前的' },
] as const

const empty = {
  coming: '近期没有预订。订好的会议室会出现在这里。',
  past: '还没有过去的预订。',
} as const

/** 我的预订: what is coming, soonest first; what is over or cancelled, latest first. */
export default function MyBookings() {
  const [when, setWhen] = useState<'coming' | 'past'>('coming')
  const { first, items, ...pages } = useAskedPages(listMyBookings, { when })
  const setting = useSetting(first.value, first.problem !== undefined)
  return (
    <Page footer={<Button onTap={() => goTo('rooms')}>订会议室</Button>}>
      <Segmented choices={views} chosen={when} onChoose={setWhen} />
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty text={empty[when]} />
            ) : (
              <InGroups items={items} keyOf={({ bookingId }) => bookingId} className='my-bookings'>
                {(booking) => <BookingLine key={booking.bookingId} booking={booking} setting={setting} />}
              </InGroups>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多预订' {...pages} />
    </Page>
  )
}
