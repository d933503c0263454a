import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Booking } from '../../../contract/booking'
import { formatDayNear, parseInstant } from '../../../contract/zone'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { firstFree, whyNot } from './free-times'
import { changeSentences } from './sentences'
import { type Time, TimePanel } from './time-panel'
import { useRoomDays } from './use-room-days'
import { rangeText } from './words'
import './move-sheet.scss'

interface MoveSheetProps {
  isOpen: boolean
  booking: Booking
  /** The time it has now. */
  begin: Time
  onClose: () => void
  onMove: (time: Time) => Promise<unknown>
}

/** Another time for a booking in the same room; of one that runs only its length. */
export function MoveSheet({ isOpen, booking, begin, onClose, onMove }: MoveSheetProps) {
  const [time, setTime] = useState(begin)
  const { asked, room, roomDay, setting } = useRoomDays(isOpen ? booking.roomId : undefined, time.day, {
    exceptBookingId: booking.bookingId,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins with the time it has now
  useEffect(() => setTime(begin), [isOpen, booking.startsAt, booking.endsAt])

  const hasBegun = (parseInstant(booking.startsAt) ?? 0) <= setting.now
  const there = roomDay(time.day)
  const at = there && { ...there, hasBegun }
  const isSame = time.day === begin.day && time.from === begin.from && time.to === begin.to
  const reason = at && !isSame ? whyNot(at, time.from, time.to, booking.attendeeCount) : undefined
  const when = `${formatDayNear(time.day, setting.now, setting.zone)} ${rangeText(time.from, time.to)}`
  const chooseDay = (day: string) => {
    const of = roomDay(day)
    const length = time.to - time.from
    const free = of && (firstFree(of, length, time.from) ?? firstFree(of, length))
    setTime({ day, from: free?.[0] ?? time.from, to: free?.[1] ?? time.to })
  }
  return (
    <Sheet
      title={hasBegun ? '缩短或延长' : '改时间'}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <View>
          <View className='move-when'>{when}</View>
          <View className='move-problem' aria-live='polite'>
            {reason && room ? changeSentences[reason](room.rules) : ''}
          </View>
          <Button isDisabled={!at || isSame || reason !== undefined} onTap={() => onMove(time)}>
            {isSame ? '请选择新的时间' : '改到这个时间'}
          </Button>
        </View>
      }
    >
      <AskedView asked={asked} lines={6}>
        {() =>
          at ? <TimePanel at={at} time={time} onTime={setTime} onDay={chooseDay} isStartFixed={hasBegun} /> : null
        }
      </AskedView>
    </Sheet>
  )
}
