import type { PhotoPolicy, Place } from '../../contract/repair-places'
import type { Db } from '../../database/connect'

/** Places in use with where they are; nothing of them is chosen yet. */
export function placeRows(db: Db, orgId: number) {
  return db
    .selectFrom('place as p')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .select(['p.placeId', 'p.name', 'p.floor', 'p.floorLevel', 'p.isRoom', 'p.photoPolicy'])
    .select(['b.name as building', 's.name as site'])
    .where('p.orgId', '=', orgId)
    .where('p.isRetired', '=', false)
}

type PlaceRow = Awaited<ReturnType<ReturnType<typeof placeRows>['executeTakeFirstOrThrow']>>

/** A place as the contract shows it. */
export function placeOf({ placeId, name, floor, isRoom, photoPolicy, building, site }: PlaceRow): Place {
  const where = [site, building, floor].filter(Boolean).join(' ')
  return { placeId, name, where, isRoom, photoPolicy: photoPolicy as PhotoPolicy }
}
