import { lookAtPlace } from '../../contract/repair-places'
import { behindCode } from '../door'
import { keeper, refuse } from '../keeper'
import { catalogOf } from './catalog'
import { openTicketsAt } from './open-tickets'
import { placeOf, placeRows } from './place-rows'

export default keeper(lookAtPlace, async ({ token, placeId: wanted }, asked) => {
  const { db, orgId } = asked
  const behind = token === undefined ? undefined : await behindCode(asked, token)
  const placeId = token === undefined ? wanted : behind?.placeId
  const row = placeId && (await placeRows(db, orgId).where('p.placeId', '=', placeId).executeTakeFirst())
  if (!row) return refuse('NO_SUCH_PLACE')
  const catalog = await catalogOf(asked)
  const [assets, openTickets] = await Promise.all([
    db
      .selectFrom('asset')
      .select(['assetId', 'name', 'assetNumber', 'categoryId'])
      .where('orgId', '=', orgId)
      .where('placeId', '=', row.placeId)
      .where('isRetired', '=', false)
      .orderBy('name')
      .orderBy('assetId')
      .execute(),
    openTicketsAt(asked, row.placeId, catalog),
  ])
  return {
    place: placeOf(row),
    ...(behind?.assetId ? { assetId: behind.assetId } : {}),
    assets: assets.map(({ categoryId, ...asset }) => ({ ...asset, ...(categoryId ? { categoryId } : {}) })),
    openTickets,
    dutyPhone: catalog.setting.dutyPhone,
  }
})
