import type { AskedOf } from '../../contract/procedure'
import { savePlaceRecord } from '../../contract/repair-catalog'
import { documentsOf } from '../documents/documents'
import { floorLevelOf } from '../floor-level'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { giveDoorCode } from '../new-door-code'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'
import { findPlaceRecord } from './place-records'

/** Holds a place still, or undefined when the institution has none of that id. */
async function holdPlace({ db, orgId }: AskedByPerson, placeId: string) {
  return db
    .selectFrom('place')
    .select(['placeId', 'isRoom'])
    .where('orgId', '=', orgId)
    .where('placeId', '=', placeId)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes a place that is no room; undefined when another one there has its name. */
async function writePlace(asked: AskedByPerson, placeId: string, input: AskedOf<typeof savePlaceRecord>) {
  const { db, orgId, cloud } = asked
  const { buildingId, floor, name, photoPolicy, isRetired } = input
  const values = {
    buildingId,
    floor,
    floorLevel: floorLevelOf(floor),
    name,
    ...documentsOf(cloud).pinyinOf(name),
    photoPolicy,
    isRetired,
  }
  return unlessTaken(db, () =>
    db
      .insertInto('place')
      .values({ orgId, placeId, ...values })
      .onConflict((c) => c.columns(['orgId', 'placeId']).doUpdateSet(values))
      .returning('placeId')
      .executeTakeFirstOrThrow(),
  )
}

export default keeper(savePlaceRecord, async (input, asked) => {
  const { db, orgId, now } = asked
  const known = input.placeId ? await holdPlace(asked, input.placeId) : undefined
  if (input.placeId && !known) return refuse('NO_SUCH_PLACE')
  const placeId = input.placeId ?? newId(now)
  if (known?.isRoom) {
    // name and building of a meeting room are changed where rooms are kept
    const { photoPolicy } = input
    await db
      .updateTable('place')
      .set({ photoPolicy })
      .where('orgId', '=', orgId)
      .where('placeId', '=', placeId)
      .execute()
  } else {
    const building = await db
      .selectFrom('building')
      .select('buildingId')
      .where('orgId', '=', orgId)
      .where('buildingId', '=', input.buildingId)
      .executeTakeFirst()
    if (!building) return refuse('NO_SUCH_PLACE')
    if (!(await writePlace(asked, placeId, input))) return refuse('NAME_TAKEN')
    if (!known) await giveDoorCode(asked, placeId)
  }
  const saved = await findPlaceRecord(asked, placeId)
  if (!saved) throw new Error('a place just saved is not there')
  const { name, photoPolicy, isRetired } = saved
  asked.note({ placeId, name, photoPolicy, isRetired, isNew: !known })
  return saved
})
