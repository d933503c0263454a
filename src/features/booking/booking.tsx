import { useState } from 'react'
import { formatInstant, instantAt } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { BookingActs } from './booking-acts'
import { BookingFacts } from './booking-facts'
import { MoveSheet } from './move-sheet'
import { OtherRoomSheet } from './other-room-sheet'
import { bookingSentences } from './sentences'
import { TroubleCard } from './trouble'
import { useBooking } from './use-booking'
import { timeOfWay } from './use-reserve'
import { useZone } from './use-setting'

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
      <Stack>
        <AskedView asked={asked} lines={8}>
          {({ booking, room }) => (
            <Stack>
              <TroubleCard
                title='没有办成'
                trouble={trouble}
                now={now}
                zone={zone}
                action='改到这里'
                onWay={({ roomId, startsAt, endsAt }) => change({ roomId, startsAt, endsAt }, room, '已改好')}
              />
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
            </Stack>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
