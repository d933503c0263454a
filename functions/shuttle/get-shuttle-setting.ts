import { getShuttleSetting } from '../../contract/shuttle-fleet'
import { dutyHolders } from '../duty-holders'
import { keeper } from '../keeper'
import { readLineRules, readShuttleSetting, readVehicles } from './setting-rows'

export default keeper(getShuttleSetting, async (_input, asked) => {
  const { db, orgId } = asked
  const holders = await dutyHolders(db, orgId, ['fleet'])
  const drivers =
    holders.length === 0
      ? []
      : await db
          .selectFrom('person')
          .select(['personId', 'name'])
          .where('orgId', '=', orgId)
          .where(
            'personId',
            'in',
            holders.map(({ personId }) => personId),
          )
          .orderBy('pinyin')
          .orderBy('staffNumber')
          .execute()
  return {
    setting: await readShuttleSetting(asked),
    lines: await readLineRules(asked),
    vehicles: await readVehicles(asked),
    drivers,
    feedPath: `/gtfs/${asked.person.orgSlug}.zip`,
  }
})
