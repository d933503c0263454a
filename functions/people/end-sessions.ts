import type { Db } from '../../database/connect'

/**
 * Ends every session of a person and voids the confirmations of console codes that wait to become one. Whoever calls
 * has the session cache forget the person after the commit.
 */
export async function endSessions(db: Db, orgId: number, personId: string): Promise<void> {
  await db.deleteFrom('session').where('orgId', '=', orgId).where('personId', '=', personId).execute()
  await db
    .deleteFrom('proof')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('kind', '=', 'scan')
    .where('usedAt', 'is', null)
    .execute()
}
