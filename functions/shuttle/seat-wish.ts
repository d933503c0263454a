import type { MySeat } from '../../contract/shuttle-ride'
import type { SeatKind } from '../../contract/shuttle-words'
import { type Refusal, refuse } from '../keeper'
import type { Person } from '../person'
import { newId } from '../secrets'
import type { Rider } from './find-rider'
import { boardingWindow } from './my-seat-rows'
import type { SeatWish } from './reserve-together'
import { closingAt, type SeatRules } from './seat-rules'
import { formatLocal } from './service-clock'
import type { TripOnDay } from './trip-on-day'

const minute = 60_000

/** A segment of a trip in positions of its stops, 1 first. */
export interface Segment {
  from: number
  to: number
}

/** Where one gets on and off: the last place of the one stop before the first of the other that may be used. */
export function segmentOf({ stops }: TripOnDay, fromStopId: string, toStopId: string): Segment | undefined {
  for (let to = 1; to < stops.length; to++) {
    if (stops[to]?.stopId !== toStopId || !stops[to]?.mayAlight) continue
    for (let from = to - 1; from >= 0; from--)
      if (stops[from]?.stopId === fromStopId && stops[from]?.mayBoard) return { from: from + 1, to: to + 1 }
  }
  return undefined
}

/** Why no seat from a stop can be had at this moment, or undefined. */
export function refusedNow(
  rules: SeatRules,
  trip: TripOnDay,
  { from }: Segment,
  now: number,
): Refusal<'NOT_RESERVABLE' | 'TRIP_CANCELLED' | 'NOT_OPEN_YET' | 'CLOSED'> | undefined {
  if (!rules.isReservable) return refuse('NOT_RESERVABLE')
  if (rules.change.isCancelled) return refuse('TRIP_CANCELLED')
  if (now < rules.opensAt) return refuse('NOT_OPEN_YET', { opensAt: formatLocal(rules.opensAt, trip.timezone) })
  if (now >= closingAt(rules, trip.stops[from - 1]?.departsAt ?? 0)) return refuse('CLOSED')
  return undefined
}

interface Wished {
  trip: TripOnDay
  rules: SeatRules
  runId: string
  segment: Segment
  kind: SeatKind
  rider: Rider
  guestName: string
  orWait: boolean
  plate: string
  seasonId?: string
  /** Absent: whatever the rules are by then. */
  rulesRevision?: string
}

/** The wish for a place, with the answer its rider gets when it is reserved. */
export function seatWish(
  { now, person }: { now: number; person: Pick<Person, 'personId' | 'name'> },
  command: { key: string; fingerprint: Buffer },
  procedure: string,
  { trip, rules, runId, segment, kind, rider, guestName, orWait, plate, seasonId, rulesRevision }: Wished,
): SeatWish {
  const from = trip.stops[segment.from - 1]
  const to = trip.stops[segment.to - 1]
  if (!from || !to) throw new Error('a segment lies within its trip')
  const reservationId = newId(now)
  const departsAt = from.departsAt + rules.change.delayMinutes * minute
  const { opensAt, closesAt } = boardingWindow(departsAt)
  const route = trip.route.shortName || trip.route.longName
  const body: MySeat = {
    reservationId,
    tripId: trip.tripId,
    day: trip.day,
    route,
    color: trip.route.color,
    headsign: trip.headsign || (trip.stops[trip.stops.length - 1]?.name ?? ''),
    fromStopId: from.stopId,
    fromStop: from.name,
    toStopId: to.stopId,
    toStop: to.name,
    kind,
    rider: rider.name,
    isGuest: guestName !== '',
    departsAt: formatLocal(from.departsAt, trip.timezone),
    arrivesAt: formatLocal(to.arrivesAt, trip.timezone),
    delayMinutes: rules.change.delayMinutes,
    isTripCancelled: false,
    status: 'reserved',
    ...(seasonId ? { seasonId } : {}),
    plate,
    mayCancel: true,
    isLateNow: departsAt - now < rules.setting.lateCancelMinutes * minute,
    isBoardable: now >= opensAt && now <= closesAt,
  }
  const isForOther = rider.personId !== person.personId
  const when = `${trip.day} ${body.departsAt.slice(11, 16)}`
  return {
    asker: person.personId,
    key: command.key,
    fingerprint: `\\x${command.fingerprint.toString('hex')}`,
    asked_at: new Date(now).toISOString(),
    reservation: reservationId,
    run: runId,
    person: rider.personId,
    guest: guestName,
    kind,
    from_position: segment.from,
    to_position: segment.to,
    boards_at: new Date(from.departsAt).toISOString(),
    day: trip.day,
    or_wait: orWait,
    season: seasonId ?? null,
    most_per_day: rules.setting.mostPerDay,
    most_ahead: rules.setting.mostAhead,
    judged_by: rulesRevision ?? null,
    body,
    procedure,
    audit_detail: {
      tripId: trip.tripId,
      day: trip.day,
      fromStopId: from.stopId,
      toStopId: to.stopId,
      kind,
      ...(isForOther ? { forPersonId: rider.personId } : {}),
      ...(guestName ? { isGuest: true } : {}),
    },
    notice:
      isForOther && seasonId === undefined
        ? {
            title: `${person.name}为你预约了班车`,
            body: `${when} ${route}，${from.name} → ${to.name}。不去的话请在“我的乘车”里取消，让给别人。`,
            path: '/features/shuttle/my-seats',
          }
        : null,
  }
}
