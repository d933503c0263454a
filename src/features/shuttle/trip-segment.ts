import type { ValueOf } from '../../../contract/procedure'
import type { getTripSeats } from '../../../contract/shuttle-seats'
import type { SeatKind } from '../../../contract/shuttle-words'
import { formatInstant } from '../../../contract/zone'
import { msOf, whenText, zoneOf } from './words'

export type Trip = ValueOf<typeof getTripSeats>
export type TripStop = Trip['stops'][number]

/** Where one gets on and off, as positions in the trip's stops. */
export interface Segment {
  from: number
  to: number
}

/** The segment meant by two stops: what is not said or cannot be is the first stop one can still get on at, and the last one. */
export function segmentOf(stops: readonly TripStop[], fromId: string | undefined, toId: string | undefined): Segment {
  const wished = stops.findIndex(({ stopId, mayBoard }) => stopId === fromId && mayBoard)
  const from = wished >= 0 && wished < stops.length - 1 ? wished : stops.findIndex(({ mayBoard }) => mayBoard)
  let to = -1
  stops.forEach(({ stopId, mayAlight }, at) => {
    if (at > from && mayAlight && (stopId === toId || to < 0 || stops[to]?.stopId !== toId)) to = at
  })
  return { from, to }
}

/** How many places are free all the way; 0 where there is no way. */
export function freeOn(stops: readonly TripStop[], { from, to }: Segment, kind: SeatKind): number {
  const passed = stops.slice(from, to)
  if (from < 0 || passed.length === 0) return 0
  return Math.min(...passed.map((stop) => (kind === 'wheelchair' ? stop.freeWheelchair : stop.freeSeats)))
}

/** Why no seat can be reserved here now, as a sentence; undefined when one can. `now` in epoch ms. */
export function whyNotNow(trip: Trip, { from, to }: Segment, now: number): string | undefined {
  if (!trip.isReservable) return '这条线不用预约，到点直接上车就好。'
  if (trip.isCancelled) return '这一班停开了，请看看前后的班次。'
  const stop = trip.stops[from]
  if (!stop || to <= from) return '请选上车站和后面的下车站。'
  const leaves = msOf(stop.departsAt) + trip.delayMinutes * 60_000
  if (now >= leaves) return '这一班已经从这一站开出了。'
  if (now < msOf(trip.opensAt)) return `${whenText(trip.opensAt, now)} 起可以预约，到时再来就好。`
  const closes = msOf(stop.departsAt) - trip.closesMinutes * 60_000
  if (now < closes) return undefined
  const clock = whenText(formatInstant(closes, zoneOf(stop.departsAt)), now)
  return `预约到 ${clock} 为止，现在已经过了。有空位时可以直接上车，问问司机就好。`
}
