import { View } from '@tarojs/components'
import { useState } from 'react'
import { formatInstant, instantAt } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { useParams } from '../../use-params'
import { BookingActs } from './booking-acts'
import { BookingFacts } from './booking-facts'
import { MoveSheet } from './move-sheet'
import { OtherRoomSheet } from './other-room-sheet'
import { bookingSentences } from './sentences'
import { useBooking } from './use-booking'
import { timeOfWay } from './use-reserve'
import { useZone } from './use-setting'
import { Ways } from './ways'
import './booking.scss'

/** 预订详情: what was booked, and moving, shortening, ending, cancelling it. */
export default function BookingPage() {
  const { bookingId = '' } = useParams<'bookingId'>()
  const zone = useZone()
  const [sheet, setSheet] = useState<'time' | 'room'>()
  const { asked, trouble, change, cancel, endNow } = useBooking(bookingId)
  const now = Date.now()
  const refusal = bookingId ? asked.refusal?.refusal : 'NO_SUCH_BOOKING'
  if (refusal) {
    return (
      <Page>
        <Empty text={bookingSentences[refusal]} action='我的预订' onAction={() => goTo('myBookings', {}, 'replace')} />
      </Page>
    )
  }
  const instant = (day: string, minute: number) => formatInstant(instantAt(day, minute, zone), zone)
  return (
    <Page>
      <AskedView asked={asked} lines={8}>
        {({ booking, room }) => (
          <View className='booking'>
            <View className='booking-part'>
              {trouble ? (
                <Card title='没有办成'>
                  <View className='booking-sentence'>{trouble.sentence}</View>
                  <Ways
                    ways={trouble.ways}
                    now={now}
                    zone={zone}
                    action='改到这里'
                    onWay={({ roomId, startsAt, endsAt }) => change({ roomId, startsAt, endsAt }, room, '已改好')}
                  />
                </Card>
              ) : null}
            </View>
            <BookingFacts booking={booking} now={now} zone={zone} />
            <BookingActs
              booking={booking}
              room={room}
              now={now}
              zone={zone}
              onTime={() => setSheet('time')}
              onRoom={() => setSheet('room')}
              onEnd={() => endNow(room, now, zone)}
              onCancel={() => cancel(room)}
            />
            <MoveSheet
              isOpen={sheet === 'time'}
              booking={booking}
              begin={timeOfWay(booking, zone)}
              onClose={() => setSheet(undefined)}
              onMove={async ({ day, from, to }) => {
                setSheet(undefined)
                await change({ startsAt: instant(day, from), endsAt: instant(day, to) }, room, '时间已改好')
              }}
            />
            <OtherRoomSheet
              isOpen={sheet === 'room'}
              booking={booking}
              onClose={() => setSheet(undefined)}
              onRoom={async (roomId) => {
                setSheet(undefined)
                await change({ roomId }, room, '已换到新的会议室')
              }}
            />
          </View>
        )}
      </AskedView>
    </Page>
  )
}
