import type { Db } from '../../database/connect'

/**
 * The active administrators, held until the caller's transaction ends: of two who remove each other at the same moment
 * the second waits here and then no longer finds the first. Ask before changing anybody's duties or status; a change
 * that would leave none of them is refused with `LAST_ADMIN`.
 */
export async function holdActiveAdmins(db: Db, orgId: number): Promise<ReadonlySet<string>> {
  const admins = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('status', '=', 'active')
    .where((is) => is(is.val('admin'), '=', is.fn.any('duties')))
    .orderBy('personId')
    .forNoKeyUpdate()
    .execute()
  return new Set(admins.map(({ personId }) => personId))
}
