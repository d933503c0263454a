import type { PlaceRecord } from '../../contract/repair-catalog'
import type { PhotoPolicy } from '../../contract/repair-places'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'

/** Places as their keepers see them, the retired ones too, with the code that hangs there. */
export function placeRecordRows(db: Db, orgId: number) {
  return db
    .selectFrom('place as p')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .leftJoin('doorCode as c', (on) =>
      on
        .onRef('c.orgId', '=', 'p.orgId')
        .onRef('c.placeId', '=', 'p.placeId')
        .on('c.assetId', 'is', null)
        .on('c.revokedAt', 'is', null),
    )
    .select(['p.placeId', 'p.name', 'p.buildingId', 'p.floor', 'p.floorLevel', 'p.isRoom', 'p.photoPolicy'])
    .select(['p.isRetired', 'b.name as building', 's.siteId', 's.name as site', 'c.token', 'c.humanCode'])
    .select((is) =>
      is
        .selectFrom('asset as a')
        .select((has) => has.fn.countAll<number>().as('assets'))
        .whereRef('a.orgId', '=', 'p.orgId')
        .whereRef('a.placeId', '=', 'p.placeId')
        .where('a.isRetired', '=', false)
        .as('assets'),
    )
    .where('p.orgId', '=', orgId)
}

type PlaceRecordRow = Awaited<ReturnType<ReturnType<typeof placeRecordRows>['executeTakeFirstOrThrow']>>

/** A row as the contract shows it. */
export function placeRecordOf({ token, humanCode, assets, floorLevel, ...row }: PlaceRecordRow): PlaceRecord {
  return {
    ...row,
    photoPolicy: row.photoPolicy as PhotoPolicy,
    codeToken: token ?? '',
    humanCode: humanCode ?? '',
    assets: assets ?? 0,
  }
}

/** One place of the institution, the retired ones too. */
export async function findPlaceRecord(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  placeId: string,
): Promise<PlaceRecord | undefined> {
  const row = await placeRecordRows(db, orgId).where('p.placeId', '=', placeId).executeTakeFirst()
  return row && placeRecordOf(row)
}
