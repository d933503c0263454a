import { unboardRider } from '../../contract/shuttle-fleet'
import { keeper, refuse } from '../keeper'
import { readManifest } from './manifest-rows'

export default keeper(unboardRider, async ({ tripId, day, reservationId }, asked) => {
  const { db, orgId, now, person } = asked
  const run = await db
    .selectFrom('shuttleRun')
    .select(['runId', 'timezone'])
    .where('orgId', '=', orgId)
    .where('day', '=', day)
    .where('tripId', '=', tripId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const known =
    run &&
    (await db
      .selectFrom('seatReservation')
      .select('status')
      .where('orgId', '=', orgId)
      .where('runId', '=', run.runId)
      .where('reservationId', '=', reservationId)
      .executeTakeFirst())
  if (!run || !known) return refuse('NO_SUCH_RESERVATION')
  if (known.status !== 'boarded') return refuse('NOT_BOARDED')
  await db
    .updateTable('seatReservation')
    .set({ status: 'reserved', boardedAt: null, boardedBy: null })
    .where('orgId', '=', orgId)
    .where('reservationId', '=', reservationId)
    .execute()
  await db
    .insertInto('boardingEvent')
    .values({ orgId, runId: run.runId, at: new Date(now), byId: person.personId, what: 'unboarded', reservationId })
    .execute()
  const rider = (await readManifest(asked, run)).find((one) => one.seat.reservationId === reservationId)
  return rider ? { seat: rider.seat } : refuse('NO_SUCH_RESERVATION')
})
