import type { Db } from '../database/connect'

/** Says in a transaction that rooms or special days changed, so that every kept directory is read anew. */
export async function touchDirectory(db: Db, orgId: number): Promise<void> {
  await db
    .insertInto('roomDirectory')
    .values({ orgId, revision: 1 })
    .onConflict((c) => c.column('orgId').doUpdateSet((is) => ({ revision: is('roomDirectory.revision', '+', 1) })))
    .execute()
}
