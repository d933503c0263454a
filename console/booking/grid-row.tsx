import { Button } from 'antd'
import { type MouseEvent, memo } from 'react'
import type { Busy, Room } from '../../contract/booking'
import type { MinuteRange } from '../../contract/booking-rules'
import { cutSpans, joinSpans } from '../../contract/spans'
import { showMinute } from '../ui/moment'

interface Props {
  room: Room
  busy: readonly Busy[]
  open: readonly MinuteRange[]
  /** How many hour columns there are. */
  hours: number
  /** First and last minute shown. */
  span: { from: number; to: number }
  /** The present minute, when it lies in this day. */
  now?: number
  isPast: boolean
  onBooking: (bookingId: string) => void
  onFree: (roomId: string, from: number) => void
}

const STEP = 30

/** One room's day: closed hours hatched, meetings as buttons, a free place takes a booking. */
export const GridRow = memo(function GridRow({ room, busy, open, hours, span, now, isPast, onBooking, onFree }: Props) {
  const length = span.to - span.from
  const at = (from: number, to: number) => ({
    insetInlineStart: `${(100 * (from - span.from)) / length}%`,
    width: `${(100 * (Math.min(to, span.to) - from)) / length}%`,
  })
  const isFree = !isPast && room.rules.isBookable && open.length > 0
  const closed = cutSpans(joinSpans(open), span.from, span.to)

  function choose({ currentTarget, clientX }: MouseEvent<HTMLDivElement>) {
    const { left, width } = currentTarget.getBoundingClientRect()
    const minute = span.from + ((clientX - left) / width) * length
    onFree(room.roomId, Math.floor(minute / STEP) * STEP)
  }

  return (
    <div className='grid-row'>
      <div className='grid-room'>
        <div>
          <strong>{room.name}</strong>
          <small>
            {room.building} {room.floor} · {room.rules.capacity} 人
          </small>
        </div>
        <Button
          size='small'
          type='text'
          className='grid-book'
          disabled={!isFree}
          aria-label={`预订${room.name}`}
          onClick={() => onFree(room.roomId, open[0]?.[0] ?? 540)}
        >
          预订
        </Button>
      </div>
      {/* Keyboards and reading aids use the button of the row; a click in the row is a shortcut for the mouse. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className='grid-line'
        style={{ backgroundSize: `${100 / hours}% 100%`, cursor: isFree ? 'cell' : undefined }}
        onClick={isFree ? choose : undefined}
      >
        {closed.map(([from, to]) => (
          <span key={from} className='grid-closed' style={at(from, to)} />
        ))}
        {open.length === 0 && <span className='grid-note'>当天不开放</span>}
        {open.length > 0 && !room.rules.isBookable && <span className='grid-note'>暂停预订</span>}
        {busy.map((meeting) => (
          <Meeting key={meeting.bookingId} meeting={meeting} at={at} onBooking={onBooking} />
        ))}
        {now !== undefined && <i className='grid-now' style={{ insetInlineStart: at(now, now).insetInlineStart }} />}
      </div>
    </div>
  )
})

interface MeetingProps {
  meeting: Busy
  at: (from: number, to: number) => { insetInlineStart: string; width: string }
  onBooking: (bookingId: string) => void
}

function Meeting({ meeting: { bookingId, from, to, until, isMine, who, purpose }, at, onBooking }: MeetingProps) {
  const hours = `${showMinute(from)}–${showMinute(to)}`
  return (
    <>
      <button
        type='button'
        className={isMine ? 'grid-busy grid-mine' : 'grid-busy'}
        style={at(from, to)}
        title={[hours, who, purpose].filter(Boolean).join(' ')}
        aria-label={[hours, who, purpose].filter(Boolean).join('，')}
        onClick={(event) => {
          event.stopPropagation()
          onBooking(bookingId)
        }}
      >
        <b>{purpose ?? who}</b>
        <small>
          {showMinute(from)}
          <span className='grid-end'>
            –{showMinute(to)} {purpose && who}
          </span>
        </small>
      </button>
      {until > to && <span className='grid-turnover' style={at(to, until)} title='会后整理' />}
    </>
  )
}
