import { Button, Empty, Skeleton } from 'antd'
import type { getDayGrid } from '../../contract/booking'
import { openingOn } from '../../contract/booking-rules'
import type { ValueOf } from '../../contract/procedure'
import { dayOf, minuteOfDay } from '../../contract/zone'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showMinute } from '../ui/moment'
import { Pager } from '../ui/pager'
import { TroubleNote } from '../ui/trouble-note'
import type { Asked } from '../ui/use-ask'
import type { Cursor } from '../ui/use-cursor'
import { GridRow } from './grid-row'

type DayGrid = ValueOf<typeof getDayGrid>

interface Props {
  grid: Asked<DayGrid>
  cursor: Cursor
  day: string
  /** Epoch ms, by the server's clock. */
  now: number
  onBooking: (bookingId: string) => void
  /** A free place was chosen: the room and the minute of the day. */
  onFree: (roomId: string, from: number) => void
  clearFilters?: () => void
}

/** The hours the grid shows: at least 8 to 18, more where a room is open or booked outside them. */
function hoursOf({ items, specialDays }: DayGrid, day: string): { from: number; to: number } {
  const ranges = items.flatMap(({ room, busy }) => [
    ...openingOn(room.rules, day, specialDays),
    ...busy.map(({ from, until }): [number, number] => [from, until]),
  ])
  const from = Math.min(480, ...ranges.map(([start]) => start))
  const to = Math.max(1080, ...ranges.map(([, end]) => end))
  return { from: Math.floor(from / 60) * 60, to: Math.min(1440, Math.ceil(to / 60) * 60) }
}

/** One row a room, one column an hour. Meanings are told by words as well as by colours. */
export function Grid({ grid, cursor, day, now, onBooking, onFree, clearFilters }: Props) {
  const zone = useZone()
  const { value, trouble, isLoading, reload } = grid
  if (trouble && !value) return <TroubleNote trouble={trouble} onRetry={reload} />
  if (!value) return <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />
  if (value.items.length === 0 && !isLoading) {
    return (
      <Empty description={clearFilters ? '没有符合条件的会议室' : '还没有会议室'}>
        {clearFilters ? (
          <Button onClick={clearFilters}>清除条件</Button>
        ) : (
          <Button type='primary' href={linkTo('/booking/rooms', { room: 'new' })}>
            添加会议室
          </Button>
        )}
      </Empty>
    )
  }
  const { from, to } = hoursOf(value, day)
  const hours = Array.from({ length: (to - from) / 60 }, (_, i) => from + i * 60)
  const place = (minute: number) => `${(100 * (minute - from)) / (to - from)}%`
  const nowMinute = dayOf(now, zone) === day ? minuteOfDay(now, zone) : undefined
  const isNowShown = nowMinute !== undefined && nowMinute >= from && nowMinute < to
  return (
    <>
      <TroubleNote trouble={trouble} onRetry={reload} />
      <section
        className='grid'
        aria-label='会议室日程'
        aria-busy={isLoading}
        style={{ opacity: value.day === day ? 1 : 0.5 }}
      >
        <div className='grid-head'>
          <div className='grid-room quiet'>会议室</div>
          <div className='grid-line'>
            {hours.map((hour) => (
              <span key={hour} style={{ insetInlineStart: place(hour) }}>
                {showMinute(hour)}
              </span>
            ))}
            {isNowShown && (
              <b className='grid-now' style={{ insetInlineStart: place(nowMinute) }}>
                {showMinute(nowMinute)}
              </b>
            )}
          </div>
        </div>
        {value.items.map((item) => (
          <GridRow
            key={item.room.roomId}
            {...item}
            open={openingOn(item.room.rules, day, value.specialDays)}
            hours={hours.length}
            span={{ from, to }}
            now={isNowShown ? nowMinute : undefined}
            isPast={day < dayOf(now, zone)}
            onBooking={onBooking}
            onFree={onFree}
          />
        ))}
      </section>
      <p className='quiet grid-legend'>
        <i className='grid-busy' /> 已预订
        <i className='grid-busy grid-mine' /> 我的预订
        <i className='grid-turnover' /> 会后整理
        <i className='grid-closed' /> 不开放 · 点击空白处预订，点击预订查看、移动或取消
      </p>
      <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading} />
    </>
  )
}
