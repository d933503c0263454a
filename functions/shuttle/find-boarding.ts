import type { AskedByPerson } from '../keeper'
import { isFresh, isOurs, readBoardingCode, seatsOfHumanCode } from './boarding-code'
import type { FoundSeat } from './manifest-rows'
import { formatLocal } from './service-clock'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'now'>

/** Why somebody is not let on, with what helps the driver to say so. */
export interface Refused {
  refusal: 'FORGED_CODE' | 'STALE_CODE' | 'WRONG_TRIP' | 'SEAT_CANCELLED'
  detail?: Record<string, unknown>
}

/** What boarding codes of an institution are signed with. */
export async function boardingKey({ db, orgId }: Pick<By, 'db' | 'orgId'>): Promise<Buffer> {
  const row = await db
    .selectFrom('shuttleSetting')
    .select('boardingKey')
    .where('orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  return row.boardingKey
}

/** The seat a scanned code names, on whatever run it is. */
async function seatOfCode({ db, orgId }: By, reservationId: string) {
  return db
    .selectFrom('seatReservation as s')
    .innerJoin('shuttleRun as r', (on) => on.onRef('r.orgId', '=', 's.orgId').onRef('r.runId', '=', 's.runId'))
    .innerJoin('timetable as t', 't.orgId', 's.orgId')
    .leftJoin('timetableRoute as l', (on) =>
      on
        .onRef('l.orgId', '=', 't.orgId')
        .onRef('l.timetableKey', '=', 't.timetableKey')
        .onRef('l.routeId', '=', 'r.routeId'),
    )
    .select(['s.runId', 's.boardsAt', 'r.timezone', 'r.routeId', 'l.shortName'])
    .where('s.orgId', '=', orgId)
    .where('s.reservationId', '=', reservationId)
    .where('t.status', '=', 'published')
    .executeTakeFirst()
}

/** Whose seat a code on a run is; forged, stale and foreign ones are refused. */
export async function findByCode(
  by: By,
  { runId, riders }: { runId: string; riders: readonly FoundSeat[] },
  code: string,
): Promise<FoundSeat | Refused> {
  const key = await boardingKey(by)
  if (/^\d{6}$/.test(code)) {
    const ids = riders.map(({ seat }) => seat.reservationId)
    const named = seatsOfHumanCode(key, runId, ids, code, by.now)
    const [only] = riders.filter(({ seat }) => seat.reservationId === named[0])
    // six digits of two riders at the same half minute: the driver asks for the name instead
    return named.length === 1 && only ? only : { refusal: 'STALE_CODE' }
  }
  const read = readBoardingCode(code)
  if (!read) return { refusal: 'FORGED_CODE' }
  const seat = await seatOfCode(by, read.reservationId)
  if (!seat || !isOurs(key, seat.runId, read)) return { refusal: 'FORGED_CODE' }
  if (!isFresh(read.step, by.now)) return { refusal: 'STALE_CODE' }
  if (seat.runId !== runId) {
    const departsAt = formatLocal(seat.boardsAt.getTime(), seat.timezone)
    return { refusal: 'WRONG_TRIP', detail: { route: seat.shortName || seat.routeId, departsAt } }
  }
  const rider = riders.find((one) => one.seat.reservationId === read.reservationId)
  // the manifest leaves out who cancelled
  return rider ?? { refusal: 'SEAT_CANCELLED' }
}
