import { saveVehicle } from '../../contract/shuttle-vehicles'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'
import { resizeRuns } from './resize-runs'

export default keeper(saveVehicle, async ({ vehicleId: given, ...vehicle }, asked) => {
  const { db, orgId, now } = asked
  const vehicleId = given ?? newId(now)
  const saved = await unlessTaken(db, () =>
    given
      ? db
          .updateTable('shuttleVehicle')
          .set(vehicle)
          .where('orgId', '=', orgId)
          .where('vehicleId', '=', vehicleId)
          .returning('vehicleId')
          .execute()
      : db
          .insertInto('shuttleVehicle')
          .values({ orgId, vehicleId, ...vehicle })
          .returning('vehicleId')
          .execute(),
  )
  if (saved === undefined) return refuse('PLATE_TAKEN')
  if (saved.length === 0) return refuse('NO_SUCH_VEHICLE')
  return (await resizeRuns(asked)) ?? { vehicleId, ...vehicle }
})
