import type { AskedByPerson } from '../keeper'
import { tellPerson } from '../tell'
import { formatLocal } from './service-clock'

/** Tells the rider of a seat what somebody else did to it; oneself is told nothing. */
export async function tellOfSeat(
  { db, orgId, now, person }: AskedByPerson,
  reservationId: string,
  { title, words }: { title: string; words: string },
): Promise<void> {
  const seat = await db
    .selectFrom('seatReservation as s')
    .innerJoin('shuttleRun as r', (on) => on.onRef('r.orgId', '=', 's.orgId').onRef('r.runId', '=', 's.runId'))
    .select(['s.personId', 's.day', 's.boardsAt', 'r.headsign', 'r.timezone'])
    .where('s.orgId', '=', orgId)
    .where('s.reservationId', '=', reservationId)
    .executeTakeFirst()
  if (!seat || seat.personId === person.personId) return
  const clock = formatLocal(seat.boardsAt.getTime(), seat.timezone).slice(11, 16)
  const body = `${seat.day} ${clock} 开往${seat.headsign}：${words}`
  await tellPerson(db, { orgId, personId: seat.personId, now }, { title, body, path: '/features/shuttle/my-seats' })
}
