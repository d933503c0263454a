import { sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import { assignTrip } from '../../contract/shuttle-vehicles'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { resizeRuns } from './resize-runs'

type Input = AskedOf<typeof assignTrip>

async function isTrip({ db, orgId }: AskedByPerson, tripId: string): Promise<boolean> {
  const trip = await db
    .selectFrom('timetable as t')
    .innerJoin('timetableTrip as p', (on) =>
      on.onRef('p.orgId', '=', 't.orgId').onRef('p.timetableKey', '=', 't.timetableKey'),
    )
    .select('p.tripKey')
    .where('t.orgId', '=', orgId)
    .where('t.status', '=', 'published')
    .where('p.tripId', '=', tripId)
    .executeTakeFirst()
  return trip !== undefined
}

async function plateOf({ db, orgId }: AskedByPerson, vehicleId: string): Promise<string | undefined> {
  const vehicle = await db
    .selectFrom('shuttleVehicle')
    .select('plate')
    .where('orgId', '=', orgId)
    .where('vehicleId', '=', vehicleId)
    .where('isRetired', '=', false)
    .executeTakeFirst()
  return vehicle?.plate
}

async function write({ db, orgId }: AskedByPerson, { tripId, ...input }: Input): Promise<void> {
  const day = input.day ?? null
  const who = { vehicleId: input.vehicleId ?? null, driverId: input.driverId ?? null }
  if (who.vehicleId === null && who.driverId === null) {
    await db
      .deleteFrom('tripAssignment')
      .where('orgId', '=', orgId)
      .where('tripId', '=', tripId)
      .where('day', 'is not distinct from', day)
      .execute()
    return
  }
  await db
    .insertInto('tripAssignment')
    .values({ orgId, tripId, day, ...who })
    .onConflict((one) => one.columns(['orgId', 'tripId', 'day']).doUpdateSet(who))
    .execute()
}

export default keeper(assignTrip, async (input, asked) => {
  const { db, orgId } = asked
  if (!(await isTrip(asked, input.tripId))) return refuse('NO_SUCH_TRIP')
  const plate = input.vehicleId && (await plateOf(asked, input.vehicleId))
  if (input.vehicleId && plate === undefined) return refuse('NO_SUCH_VEHICLE')
  const driver =
    input.driverId &&
    (await db
      .selectFrom('person')
      .select(['name', sql<boolean>`duties @> '{fleet}' AND status <> 'left'`.as('drives')])
      .where('orgId', '=', orgId)
      .where('personId', '=', input.driverId)
      .executeTakeFirst())
  if (input.driverId && !driver) return refuse('NO_SUCH_PERSON')
  if (driver && !driver.drives) return refuse('NOT_A_DRIVER')
  await write(asked, input)
  return (await resizeRuns(asked)) ?? { tripId: input.tripId, plate: plate || '', driver: driver ? driver.name : '' }
})
