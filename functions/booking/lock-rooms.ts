import type { AskedByPerson } from '../keeper'

/**
 * Holds rooms still until the transaction ends: nobody else reserves, moves or re-rules them meanwhile. Always in the
 * same order, so that two who exchange rooms do not wait for each other.
 */
export async function lockRooms(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  roomIds: readonly string[],
): Promise<void> {
  await db
    .selectFrom('room')
    .select('roomId')
    .where('orgId', '=', orgId)
    .where('roomId', 'in', [...new Set(roomIds)])
    .orderBy('roomId')
    .forNoKeyUpdate()
    .execute()
}
