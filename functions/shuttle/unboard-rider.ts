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
  const riders = run ? await readManifest(asked, run) : []
  const rider = riders.find(({ seat }) => seat.reservationId === reservationId)
  if (!run || !rider) return refuse('NO_SUCH_RESERVATION')
  if (rider.seat.status !== 'boarded') return refuse('NOT_BOARDED')
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
  const { boardedAt: _, ...seat } = rider.seat
  return { seat: { ...seat, status: 'reserved' as const } }
})
