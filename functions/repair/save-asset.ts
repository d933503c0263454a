import { saveAsset } from '../../contract/repair-catalog'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { giveDoorCode } from '../new-door-code'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'
import { findAsset } from './asset-records'

/** Whether a place, and a category where one is named, are of the institution. */
async function problemOf({ db, orgId }: AskedByPerson, placeId: string, categoryId: string | undefined) {
  const place = await db
    .selectFrom('place')
    .select('placeId')
    .where('orgId', '=', orgId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  if (!place) return refuse('NO_SUCH_PLACE')
  if (!categoryId) return undefined
  const category = await db
    .selectFrom('category')
    .select('categoryId')
    .where('orgId', '=', orgId)
    .where('categoryId', '=', categoryId)
    .executeTakeFirst()
  return category ? undefined : refuse('NO_SUCH_CATEGORY')
}

export default keeper(saveAsset, async ({ assetId: wanted, categoryId, ...input }, asked) => {
  const { db, orgId, now } = asked
  const known = wanted
    ? await db
        .selectFrom('asset')
        .select('assetId')
        .where('orgId', '=', orgId)
        .where('assetId', '=', wanted)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (wanted && !known) return refuse('NO_SUCH_ASSET')
  const problem = await problemOf(asked, input.placeId, categoryId)
  if (problem) return problem
  const assetId = wanted ?? newId(now)
  const values = { ...input, categoryId: categoryId ?? null }
  const written = await unlessTaken(db, () =>
    db
      .insertInto('asset')
      .values({ orgId, assetId, ...values })
      .onConflict((c) => c.columns(['orgId', 'assetId']).doUpdateSet(values))
      .returning('assetId')
      .executeTakeFirstOrThrow(),
  )
  if (!written) return refuse('NUMBER_TAKEN')
  if (!known) await giveDoorCode(asked, input.placeId, assetId)
  const saved = await findAsset(asked, assetId)
  if (!saved) throw new Error('an asset just saved is not there')
  const { name, assetNumber, isRetired } = saved
  asked.note({ assetId, name, assetNumber, isRetired, isNew: !known })
  return saved
})
