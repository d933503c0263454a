import { listPlaces } from '../../contract/booking-rooms'
import { keeper } from '../keeper'

export default keeper(listPlaces, async (_input, { db, orgId }) => {
  const sites = await db
    .selectFrom('site')
    .select(['siteId', 'name'])
    .where('orgId', '=', orgId)
    .orderBy('name')
    .execute()
  const buildings = await db
    .selectFrom('building as b')
    .leftJoin('room as r', (on) =>
      on.onRef('r.orgId', '=', 'b.orgId').onRef('r.buildingId', '=', 'b.buildingId').on('r.isRetired', '=', false),
    )
    .select(['b.buildingId', 'b.siteId', 'b.name'])
    .select((is) => is.fn.count<number>('r.roomId').as('rooms'))
    .where('b.orgId', '=', orgId)
    .groupBy(['b.buildingId', 'b.siteId', 'b.name'])
    .orderBy('b.name')
    .execute()
  return {
    sites: sites.map((site) => ({
      ...site,
      buildings: buildings.filter((b) => b.siteId === site.siteId).map(({ siteId, ...building }) => building),
    })),
  }
})
