import type { ShuttleSetting } from '../../contract/shuttle-fleet'
import { addDays } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { serviceInstant } from './service-clock'
import { readShuttleSetting } from './setting-rows'
import { readTripChange, type TripChange } from './trip-change'
import type { TripOnDay } from './trip-on-day'

const minute = 60_000

/** What decides whether a seat of a trip can be had: the institution's rules, the line's, and what the fleet said. */
export interface SeatRules {
  setting: ShuttleSetting
  isReservable: boolean
  change: TripChange
  /** Epoch ms: 00:00 in the timetable's zone, so many days before. */
  opensAt: number
}

/** The rules of a trip on its day. Trips with a headway have no seats of their own. */
export function rulesOf(
  { day, timezone, hasHeadway }: TripOnDay,
  { delayMinutes, isCancelled, note, ...setting }: ShuttleSetting & TripChange,
  isLineReservable: boolean,
): SeatRules {
  return {
    setting,
    isReservable: isLineReservable && !hasHeadway,
    change: { delayMinutes, isCancelled, note },
    opensAt: serviceInstant(addDays(day, -setting.opensDays), 0, timezone),
  }
}

/** Reads the rules of a trip on its day. */
export async function readSeatRules(asked: Pick<AskedByPerson, 'db' | 'orgId'>, trip: TripOnDay): Promise<SeatRules> {
  const line = await asked.db
    .selectFrom('shuttleLine')
    .select('isReservable')
    .where('orgId', '=', asked.orgId)
    .where('routeId', '=', trip.route.routeId)
    .executeTakeFirst()
  const said = { ...(await readShuttleSetting(asked)), ...(await readTripChange(asked, trip.tripId, trip.day)) }
  return rulesOf(trip, said, line?.isReservable === true)
}

/** Until when a seat from a stop can be reserved, epoch ms; a reported delay moves it. */
export function closingAt({ setting, change }: SeatRules, departsAt: number): number {
  return departsAt + (change.delayMinutes - setting.closesMinutes) * minute
}
