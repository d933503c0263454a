import { sql } from 'kysely'
import { type DaysOff, isWorkedDay } from '../../contract/service-days'
import { addDays, type Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { newId } from '../secrets'
import { openRun } from './open-run'
import type { SeatOutcome, SeatWish } from './reserve-together'
import { readSeatRules } from './seat-rules'
import { refusedNow, seatWish, segmentOf } from './seat-wish'
import { dayIn } from './service-clock'
import { tellOfQuota } from './tell-of-quota'
import { tripOnDay } from './trip-on-day'

/** A season as it is reserved day by day. */
export interface OpenSeason {
  seasonId: string
  personId: string
  rider: string
  madeBy: string
  tripId: string
  fromStopId: string
  toStopId: string
  kind: 'seat' | 'wheelchair'
  fromDay: Day
  untilDay: Day
  doneUntil: Day | null
  /** Why a day got no seat, as `reserve_seats` refused it. */
  passedOver: Record<Day, string>
}

interface By {
  db: Db
  orgId: number
  now: number
}

/** Holidays and make-up workdays between two days, both included. */
export async function daysOffBetween({ db, orgId }: By, from: Day, until: Day): Promise<DaysOff> {
  const rows = await db
    .selectFrom('specialDay')
    .select(['day', 'isOffDay'])
    .where('orgId', '=', orgId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .execute()
  return Object.fromEntries(rows.map(({ day, isOffDay }) => [String(day), isOffDay]))
}

/** The wish of a season for one day; undefined when the trip does not run, or there is nothing to be had. */
async function wishOf(by: By, season: OpenSeason, day: Day): Promise<SeatWish | undefined> {
  const trip = await tripOnDay(by, season.tripId, day)
  if (!trip?.runs) return undefined
  const rules = await readSeatRules(by, trip)
  const segment = segmentOf(trip, season.fromStopId, season.toStopId)
  if (!segment || refusedNow(rules, trip, segment, by.now)) return undefined
  return seatWish(
    { now: by.now, person: { personId: season.madeBy, name: '' } },
    { key: newId(by.now), fingerprint: Buffer.alloc(1) },
    'shuttle.saveSeason',
    {
      trip,
      rules,
      runId: await openRun(by, trip),
      segment,
      kind: season.kind,
      rider: { personId: season.personId, name: season.rider },
      guestName: '',
      orWait: true,
      plate: '',
      seasonId: season.seasonId,
    },
  )
}

/** Reserves what can be had, and gives the days that the database refused with the reason. */
async function reserveDays({ db, orgId }: By, wishes: SeatWish[]): Promise<{ wish: SeatWish; refusal: string }[]> {
  if (wishes.length === 0) return []
  const asked = JSON.stringify(wishes.map((wish, at_position) => ({ at_position, ...wish })))
  const { rows } = await sql<{ position: number; outcome: SeatOutcome }>`
    SELECT "position", outcome FROM reserve_seats(${orgId}::integer, ${asked}::json)`.execute(db)
  return rows.flatMap(({ position, outcome }) => {
    const wish = wishes[position]
    const { refusal } = JSON.parse(outcome) as { refusal?: string }
    return wish && refusal ? [{ wish, refusal }] : []
  })
}

/**
 * Reserves the days of a season that are open and were not looked at yet, within the caller's transaction. Where a trip is
 * full the season waits like everybody else; where the rider may have no more seats the season gets none, and the rider is
 * told. `opensDays` is how far ahead seats can be reserved.
 */
export async function reserveSeasonDays(
  by: By,
  season: OpenSeason,
  { timezone, opensDays }: { timezone: string; opensDays: number },
): Promise<void> {
  const today = dayIn(by.now, timezone)
  const last = [season.untilDay, addDays(today, opensDays)].sort()[0] ?? today
  const next = season.doneUntil === null ? season.fromDay : addDays(season.doneUntil, 1)
  const first = [next, today].sort()[1] ?? today
  if (first > last) return
  const daysOff = await daysOffBetween(by, first, last)
  const wishes: SeatWish[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const wish = isWorkedDay(day, daysOff) ? await wishOf(by, season, day) : undefined
    if (wish) wishes.push(wish)
  }
  const refused = await reserveDays(by, wishes)
  const passedOver = JSON.stringify(Object.fromEntries(refused.map(({ wish, refusal }) => [wish.day, refusal])))
  await by.db
    .updateTable('seatSeason')
    .set({ doneUntil: last, passedOver: sql`passed_over || ${passedOver}::jsonb` })
    .where('orgId', '=', by.orgId)
    .where('seasonId', '=', season.seasonId)
    .execute()
  await tellOfQuota(
    by,
    refused.filter(({ refusal }) => refusal === 'TOO_MANY_SEATS').map(({ wish }) => wish),
  )
}
