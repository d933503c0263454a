import { View } from '@tarojs/components'
import { type Booking, listMyBookings } from '../../contract/booking'
import type { Me } from '../../contract/people-sign-in'
import { dayOf, formatClock, formatDayNear, parseInstant } from '../../contract/zone'
import { goTo } from '../go-to'
import { AskedView } from '../ui/asked-view'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'
import './home-next.scss'

function whenOf(booking: Booking, now: number, zone: string) {
  const [from, to] = [parseInstant(booking.startsAt) ?? 0, parseInstant(booking.endsAt) ?? 0]
  const day = formatDayNear(dayOf(from, zone), now, zone)
  return { text: `${day} ${formatClock(from, zone)}–${formatClock(to, zone)}`, isRunning: from <= now && now < to }
}

/** The next three bookings of mine, or what to do when there are none. */
export function NextBookings({ me }: { me: Me }) {
  const asked = useAsked(listMyBookings, { limit: 3 })
  const { zone } = me.institution
  return (
    <View className='home-next'>
      <AskedView asked={asked}>
        {({ items, now }) => {
          const present = parseInstant(now) ?? Date.now()
          if (items.length === 0) {
            return <Empty text='近期没有预订的会议室' action='订会议室' onAction={() => goTo('rooms')} />
          }
          return (
            <Card title='接下来' isFlush>
              {items.map((booking) => {
                const { text, isRunning } = whenOf(booking, present, zone)
                return (
                  <Row
                    key={booking.bookingId}
                    title={text}
                    note={`${booking.roomName} · ${booking.purpose}`}
                    tag={isRunning ? '进行中' : undefined}
                    onTap={() => goTo('booking', { bookingId: booking.bookingId })}
                  />
                )
              })}
            </Card>
          )
        }}
      </AskedView>
    </View>
  )
}
