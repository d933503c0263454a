import { sql } from 'kysely'
import type { CanteenRecord } from '../../contract/canteen-dishes'
import type { AskedByPerson } from '../keeper'

/** Canteens as the kitchen keeps them, by name, the retired last; only one of them when its id is given. */
export async function readCanteens(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  { canteenId, withRetired = true }: { canteenId?: string; withRetired?: boolean } = {},
): Promise<CanteenRecord[]> {
  const rows = await db
    .selectFrom('canteen as c')
    .leftJoin('person as p', (on) => on.onRef('p.orgId', '=', 'c.orgId').onRef('p.personId', '=', 'c.ownerId'))
    .select(['c.canteenId', 'c.name', 'c.siteId', 'c.ownerId', 'p.name as owner', 'c.isPublic', 'c.isRetired'])
    .select([
      sql<CanteenRecord['windows']>`(SELECT coalesce(jsonb_agg(jsonb_build_object(
        'windowId', w.window_id, 'name', w.name, 'isRetired', w.is_retired)
        ORDER BY w.is_retired, w.sort_order, w.name), '[]')
        FROM canteen_window w WHERE w.org_id = c.org_id AND w.canteen_id = c.canteen_id)`.as('windows'),
      sql<CanteenRecord['meals']>`(SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'meal', m.meal, 'opensMinute', m.opens_minute, 'closesMinute', m.closes_minute,
        'isReservable', m.is_reservable, 'cutoffDays', m.cutoff_days, 'cutoffMinute', m.cutoff_minute,
        'places', m.places)) ORDER BY m.opens_minute, m.meal), '[]')
        FROM canteen_meal m WHERE m.org_id = c.org_id AND m.canteen_id = c.canteen_id)`.as('meals'),
    ])
    .where('c.orgId', '=', orgId)
    .$if(canteenId !== undefined, (q) => q.where('c.canteenId', '=', canteenId ?? ''))
    .$if(!withRetired, (q) => q.where('c.isRetired', '=', false))
    .orderBy('c.isRetired')
    .orderBy('c.name')
    .orderBy('c.canteenId')
    .execute()
  return rows.map(({ siteId, ownerId, owner, ...row }) => ({
    ...row,
    ...(siteId ? { siteId } : {}),
    ...(ownerId ? { ownerId } : {}),
    owner: owner ?? '',
  }))
}
