import { acceptSeat } from '../../contract/shuttle-seats'
import { keeper, refuse } from '../keeper'
import { findMySeat } from './my-seat-rows'

export default keeper(acceptSeat, async ({ reservationId }, asked) => {
  const found = await findMySeat(asked, reservationId, 'maker')
  if (!found) return refuse('NO_SUCH_RESERVATION')
  // the statement decides: an offer that ran out, or was taken back meanwhile, is none
  const accepted = await asked.db
    .updateTable('seatReservation')
    .set({ status: 'reserved', offeredUntil: null })
    .where('orgId', '=', asked.orgId)
    .where('reservationId', '=', reservationId)
    .where('status', '=', 'offered')
    .where('offeredUntil', '>', new Date(asked.now))
    .returning('reservationId')
    .executeTakeFirst()
  if (!accepted) return refuse('NOT_OFFERED')
  const after = await findMySeat(asked, reservationId, 'maker')
  return after?.seat ?? refuse('NO_SUCH_RESERVATION')
})
