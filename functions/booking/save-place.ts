import { savePlace } from '../../contract/booking-rooms'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { touchDirectory } from '../touch-directory'

export default keeper(savePlace, async ({ kind, siteId, buildingId, name }, { db, orgId, now }) => {
  if (kind === 'building') {
    const site = await db
      .selectFrom('site')
      .select('siteId')
      .where('orgId', '=', orgId)
      .where('siteId', '=', siteId ?? null)
      .executeTakeFirst()
    if (!site) return refuse('NO_SUCH_PLACE')
    const known = buildingId
      ? await db
          .selectFrom('building')
          .select('buildingId')
          .where('orgId', '=', orgId)
          .where('buildingId', '=', buildingId)
          .executeTakeFirst()
      : { buildingId: newId(now) }
    if (!known) return refuse('NO_SUCH_PLACE')
    const taken = await db
      .selectFrom('building')
      .select('buildingId')
      .where('orgId', '=', orgId)
      .where('siteId', '=', site.siteId)
      .where('name', '=', name)
      .where('buildingId', '<>', known.buildingId)
      .executeTakeFirst()
    if (taken) return refuse('NAME_TAKEN')
    await db
      .insertInto('building')
      .values({ orgId, buildingId: known.buildingId, siteId: site.siteId, name })
      .onConflict((c) => c.columns(['orgId', 'buildingId']).doUpdateSet({ name, siteId: site.siteId }))
      .execute()
    await touchDirectory(db, orgId)
    return { siteId: site.siteId, buildingId: known.buildingId, name }
  }
  const known = siteId
    ? await db
        .selectFrom('site')
        .select('siteId')
        .where('orgId', '=', orgId)
        .where('siteId', '=', siteId)
        .executeTakeFirst()
    : { siteId: newId(now) }
  if (!known) return refuse('NO_SUCH_PLACE')
  const taken = await db
    .selectFrom('site')
    .select('siteId')
    .where('orgId', '=', orgId)
    .where('name', '=', name)
    .where('siteId', '<>', known.siteId)
    .executeTakeFirst()
  if (taken) return refuse('NAME_TAKEN')
  await db
    .insertInto('site')
    .values({ orgId, siteId: known.siteId, name })
    .onConflict((c) => c.columns(['orgId', 'siteId']).doUpdateSet({ name }))
    .execute()
  await touchDirectory(db, orgId)
  return { siteId: known.siteId, name }
})
