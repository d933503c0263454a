import type { ExpressionBuilder } from 'kysely'
import type { Asset } from '../../contract/repair-catalog'
import { openStatuses } from '../../contract/repair-lifecycle'
import type { Db } from '../../database/connect'
import type { DB } from '../../database/types'
import type { AskedByPerson } from '../keeper'

/** How many tickets there are of an asset. */
const ticketsOf = (is: ExpressionBuilder<DB & { a: DB['asset'] }, 'a'>) =>
  is
    .selectFrom('ticket')
    .select((has) => has.fn.countAll<number>().as('n'))
    .whereRef('ticket.orgId', '=', 'a.orgId')
    .whereRef('ticket.assetId', '=', 'a.assetId')
    .where('ticket.mergedInto', 'is', null)

/** Assets as their keepers see them, the retired ones too, with their codes and how often they were reported. */
export function assetRows(db: Db, orgId: number) {
  return db
    .selectFrom('asset as a')
    .innerJoin('place as p', (on) => on.onRef('p.orgId', '=', 'a.orgId').onRef('p.placeId', '=', 'a.placeId'))
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .leftJoin('doorCode as c', (on) =>
      on.onRef('c.orgId', '=', 'a.orgId').onRef('c.assetId', '=', 'a.assetId').on('c.revokedAt', 'is', null),
    )
    .select(['a.assetId', 'a.placeId', 'a.name', 'a.assetNumber', 'a.model', 'a.note', 'a.categoryId', 'a.isRetired'])
    .select(['b.name as building', 'p.floor', 'p.floorLevel', 'p.name as placeName', 'c.token', 'c.humanCode'])
    .select((is) => [
      ticketsOf(is).as('tickets'),
      ticketsOf(is).where('ticket.status', 'in', openStatuses).as('openTickets'),
    ])
    .where('a.orgId', '=', orgId)
}

type AssetRow = Awaited<ReturnType<ReturnType<typeof assetRows>['executeTakeFirstOrThrow']>>

/** A row as the contract shows it. */
export function assetOf({ categoryId, tickets, openTickets, ...row }: AssetRow): Asset {
  return {
    assetId: row.assetId,
    placeId: row.placeId,
    place: [row.building, row.floor, row.placeName].filter(Boolean).join(' '),
    name: row.name,
    assetNumber: row.assetNumber,
    model: row.model,
    note: row.note,
    ...(categoryId ? { categoryId } : {}),
    codeToken: row.token ?? '',
    humanCode: row.humanCode ?? '',
    openTickets: openTickets ?? 0,
    tickets: tickets ?? 0,
    isRetired: row.isRetired,
  }
}

/** One asset of the institution, the retired ones too. */
export async function findAsset(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  assetId: string,
): Promise<Asset | undefined> {
  const row = await assetRows(db, orgId).where('a.assetId', '=', assetId).executeTakeFirst()
  return row && assetOf(row)
}
