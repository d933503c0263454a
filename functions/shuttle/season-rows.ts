import { type RawBuilder, sql } from 'kysely'
import { isWorkedDay } from '../../contract/service-days'
import type { Season } from '../../contract/shuttle-seats'
import { addDays, type Day, dayOf } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { daysOffBetween, type OpenSeason } from './season-days'
import { segmentOf } from './seat-wish'
import { dayIn, serviceInstant } from './service-clock'
import { tripOnDay } from './trip-on-day'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>

/** So many days ahead are told one by one. */
const daysShown = 14

/** Seasons that have not ended and fulfil a condition on seat_season `s`. */
export async function readSeasons(
  { db }: Pick<By, 'db'>,
  where: RawBuilder<unknown>,
): Promise<(OpenSeason & { orgId: number })[]> {
  const { rows } = await sql<OpenSeason & { orgId: number }>`
    SELECT s.org_id AS "orgId", s.season_id AS "seasonId", s.person_id AS "personId", p.name AS rider,
      s.made_by AS "madeBy", s.trip_id AS "tripId", s.from_stop_id AS "fromStopId", s.to_stop_id AS "toStopId", s.kind,
      s.from_day::text AS "fromDay", s.until_day::text AS "untilDay", s.done_until::text AS "doneUntil",
      s.passed_over AS "passedOver"
    FROM seat_season s JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id
    WHERE s.ended_at IS NULL AND ${where} ORDER BY s.created_at, s.season_id`.execute(db)
  return rows
}

type Outcome = Season['days'][number]['outcome']

const outcomeOf: Readonly<Record<string, Outcome>> = {
  reserved: 'reserved',
  boarded: 'reserved',
  waiting: 'waiting',
  offered: 'offered',
}

const outcomeOfRefusal: Readonly<Record<string, Outcome>> = {
  ALREADY_RESERVED: 'alreadyReserved',
  TOO_MANY_SEATS: 'tooManySeats',
}

async function seatsOfSeason({ db, orgId }: By, seasonId: string): Promise<Map<Day, string>> {
  const rows = await db
    .selectFrom('seatReservation')
    .select(['day', 'status'])
    .where('orgId', '=', orgId)
    .where('seasonId', '=', seasonId)
    .execute()
  return new Map(rows.map(({ day, status }) => [String(day), status]))
}

async function daysOfSeason(by: By, season: OpenSeason, today: Day): Promise<Season['days']> {
  const first = [season.fromDay, today].sort()[1] ?? today
  const last = [season.untilDay, addDays(first, daysShown - 1)].sort()[0] ?? first
  const daysOff = await daysOffBetween(by, first, last)
  const seats = await seatsOfSeason(by, season.seasonId)
  const days: Season['days'] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isWorkedDay(day, daysOff) && !seats.has(day)) continue
    const status = seats.get(day)
    const isDone = season.doneUntil !== null && day <= season.doneUntil
    const without = isDone ? (outcomeOfRefusal[season.passedOver[day] ?? ''] ?? 'notRunning') : 'toCome'
    days.push({ day, outcome: status ? (outcomeOf[status] ?? 'cancelled') : without })
  }
  return days
}

/** A season as its rider sees it, with the days ahead. */
export async function showSeason(by: By, season: OpenSeason): Promise<Season> {
  // any day tells the stops: which days it runs on is told by the days
  const trip = await tripOnDay(by, season.tripId, season.fromDay)
  const segment = trip && segmentOf(trip, season.fromStopId, season.toStopId)
  const from = segment && trip.stops[segment.from - 1]
  const to = segment && trip.stops[segment.to - 1]
  const today = trip ? dayIn(by.now, trip.timezone) : dayOf(by.now, by.person.zone)
  return {
    seasonId: season.seasonId,
    tripId: season.tripId,
    route: trip ? trip.route.shortName || trip.route.longName : '',
    headsign: trip ? trip.headsign || (trip.stops[trip.stops.length - 1]?.name ?? '') : '',
    departure: trip && from ? (from.departsAt - serviceInstant(season.fromDay, 0, trip.timezone)) / 1000 : 0,
    fromStopId: season.fromStopId,
    fromStop: from?.name ?? season.fromStopId,
    toStopId: season.toStopId,
    toStop: to?.name ?? season.toStopId,
    kind: season.kind,
    rider: season.rider,
    from: season.fromDay,
    until: season.untilDay,
    days: await daysOfSeason(by, season, today),
    isPossible: segment !== undefined,
  }
}
