import { bookableHours, withoutRanges } from '../../../contract/booking-rules'
import { allOf } from '../../all-of'
import { pastUntil, type RoomDay } from './free-times'

/** The hours a bar shows, in minutes of the day. */
export interface Axis {
  from: number
  to: number
}

type MarkKind = 'past' | 'mine' | 'busy' | 'closed'
interface Mark {
  kind: MarkKind
  from: number
  to: number
}

const usual: Axis = { from: 8 * 60, to: 20 * 60 }
const widest: Axis = { from: 7 * 60, to: 22 * 60 }

/** One axis for many rooms, so that their bars can be compared: 8–20, wider where a room is open longer. */
export function axisOf(openings: readonly (readonly (readonly [number, number])[])[]): Axis {
  const hours = allOf(openings, (ranges) => ranges)
  const earliest = Math.min(usual.from, ...hours.map(([from]) => Math.floor(from / 60) * 60))
  const latest = Math.max(usual.to, ...hours.map(([, to]) => Math.ceil(to / 60) * 60))
  return { from: Math.max(widest.from, earliest), to: Math.min(widest.to, latest) }
}

/** Every second hour of the axis. */
export function ticksOf({ from, to }: Axis): number[] {
  const first = Math.ceil(from / 120) * 120
  return Array.from({ length: Math.floor((to - first) / 120) + 1 }, (_, step) => first + step * 120)
}

/** What is not free on a bar; what comes first lies above. */
export function marksOf(at: RoomDay, axis: Axis): Mark[] {
  const within = (kind: MarkKind, from: number, to: number): Mark[] => {
    const [a, b] = [Math.max(from, axis.from), Math.min(to, axis.to)]
    return a < b ? [{ kind, from: a, to: b }] : []
  }
  const open = bookableHours(at.rules, at.wisher, at.day, at.setting)
  const closed = withoutRanges([[axis.from, axis.to]], open)
  const taken = at.busy.filter((busy) => busy.bookingId !== at.exceptBookingId)
  return [
    ...within('past', 0, pastUntil(at.day, at.setting)),
    ...allOf(taken, (busy) => within(busy.isMine ? 'mine' : 'busy', busy.from, busy.to)),
    ...allOf(closed, ([from, to]) => within('closed', from, to)),
  ]
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/**
 * The marks as layers of one CSS background (`--b` for busy at 20% of the rest, 8% wide). One node and some 20 bytes a
 * mark: nodes of their own would cost sixty bytes each, and twenty rooms would not fit into a first screen.
 */
export function pictureOf(marks: readonly Mark[], axis: Axis): string {
  const whole = axis.to - axis.from
  const layers = marks.map(({ kind, from, to }) => {
    const width = to - from
    const at = width < whole ? (from - axis.from) / (whole - width) : 0
    return `var(--${kind[0]})${percent(at)}/${percent(width / whole)}`
  })
  return layers.length > 0 ? layers.join() : 'none'
}
