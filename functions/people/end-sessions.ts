import type { Db } from '../../database/connect'

/**
 * Ends every session of a person (or of several) and voids the confirmations of console codes that wait to become one. Whoever calls
 * has the session cache forget the person after the commit.
 */
export async function endSessions(db: Db, orgId: number, personId: string | readonly string[]): Promise<void> {
  const personIds = typeof personId === 'string' ? [personId] : personId
  await db.deleteFrom('session').where('orgId', '=', orgId).where('personId', 'in', personIds).execute()
  await db
    .deleteFrom('proof')
    .where('orgId', '=', orgId)
    .where('personId', 'in', personIds)
    .where('kind', '=', 'scan')
    .where('usedAt', 'is', null)
    .execute()
}
