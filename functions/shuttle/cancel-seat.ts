import { sql } from 'kysely'
import { cancelSeat } from '../../contract/shuttle-seats'
import { keeper, refuse } from '../keeper'
import { findMySeat } from './my-seat-rows'
import { tellOfSeat } from './tell-of-seat'

export default keeper(cancelSeat, async ({ reservationId }, asked) => {
  const { db, orgId, now, person } = asked
  const found = await findMySeat(asked, reservationId, 'fleet')
  if (!found) return refuse('NO_SUCH_RESERVATION')
  // the run first, as everybody who moves its places does; then the seat as it is now
  const run = sql`SELECT FROM shuttle_run WHERE org_id = ${orgId} AND run_id = ${found.runId}::uuid FOR NO KEY UPDATE`
  await run.execute(db)
  const before = await findMySeat(asked, reservationId, 'fleet')
  if (!before?.seat.mayCancel) return refuse('NOT_CANCELLABLE')
  await db
    .updateTable('seatReservation')
    .set({ status: 'cancelled', cancelledAt: new Date(now), isLateCancel: before.seat.isLateNow })
    .where('orgId', '=', orgId)
    .where('reservationId', '=', reservationId)
    .execute()
  await sql`SELECT promote_waiting(${orgId}::integer, ${found.runId}::uuid, ${new Date(now)}::timestamptz)`.execute(db)
  await tellOfSeat(asked, reservationId, {
    title: '你的班车座位被取消了',
    words: `${person.name}取消了你的这个座位。需要的话可以重新预约。`,
  })
  const after = await findMySeat(asked, reservationId, 'fleet')
  return after?.seat ?? refuse('NO_SUCH_RESERVATION')
})
