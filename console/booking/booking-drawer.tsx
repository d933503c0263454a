import { Descriptions, Drawer, Skeleton, Tag } from 'antd'
import { type Booking, getBooking } from '../../contract/booking'
import { dayOf, formatClock, formatDayNear, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { CancelBooking } from './cancel-booking'
import { ChangeBooking } from './change-booking'
import { getBookingSentences } from './sentences'

interface Props {
  bookingId?: string
  onClose: () => void
  onChanged: () => void
}

/** One booking: who has what when; moved, changed and cancelled here. */
export function BookingDrawer({ bookingId, onClose, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)

  return (
    <Drawer title='预订详情' width={560} open={bookingId !== undefined} onClose={leave} destroyOnHidden>
      {bookingId && <Detail key={bookingId} bookingId={bookingId} onDirty={setIsDirty} onChanged={onChanged} />}
    </Drawer>
  )
}

/** '明天 周日 09:00–10:30' */
function timeText({ startsAt, endsAt }: Booking, zone: string): string {
  const starts = parseInstant(startsAt) ?? 0
  const ends = parseInstant(endsAt) ?? 0
  return `${formatDayNear(dayOf(starts, zone), Date.now(), zone)} ${formatClock(starts, zone)}–${formatClock(ends, zone)}`
}

interface DetailProps {
  bookingId: string
  onDirty: (isDirty: boolean) => void
  onChanged: () => void
}

function Detail({ bookingId, onDirty, onChanged }: DetailProps) {
  const zone = useZone()
  const { value, trouble, reload } = useAsk(getBooking, { bookingId }, getBookingSentences)
  if (trouble && !value) return <TroubleNote trouble={trouble} onRetry={reload} />
  if (!value) return <Skeleton active />
  const { booking, room } = value
  const isOver = booking.status === 'cancelled' || (parseInstant(booking.endsAt) ?? 0) <= Date.now()
  const changed = () => {
    onChanged()
    reload()
  }
  return (
    <>
      <Descriptions
        column={1}
        size='small'
        style={{ marginBottom: 16 }}
        items={[
          {
            key: 'purpose',
            label: '主题',
            children: (
              <>
                <strong>{booking.purpose}</strong>&ensp;
                {booking.status === 'cancelled' && <Tag>已取消</Tag>}
                {booking.checkedInAt && <Tag color='green'>已签到</Tag>}
              </>
            ),
          },
          { key: 'time', label: '时间', children: timeText(booking, zone) },
          { key: 'room', label: '会议室', children: `${booking.roomName}（${booking.place}）` },
          { key: 'who', label: '使用人', children: `${booking.organizer.name}，${booking.organizer.department}` },
          {
            key: 'maker',
            label: '预订人',
            children: `${booking.bookedBy.name}，${showInstant(booking.createdAt, zone)}`,
          },
          ...(booking.note ? [{ key: 'note', label: '备注', children: booking.note }] : []),
        ]}
      />
      {!isOver && (
        <>
          <ChangeBooking
            key={booking.startsAt + booking.roomId}
            booking={booking}
            room={room}
            onDirty={onDirty}
            onChanged={changed}
          />
          <CancelBooking booking={booking} onCancelled={changed} />
        </>
      )}
    </>
  )
}
