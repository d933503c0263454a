import type { AskedByPerson } from '../keeper'
import { type Held, holdTicket } from './hold-ticket'

/**
 * Holds several tickets still, by their ids, always in the same order, so that two who hold the same ones never wait for
 * each other crosswise. Those the institution does not have are left out.
 */
export async function holdTickets(
  by: Parameters<typeof holdTicket>[0],
  ticketIds: readonly string[],
): Promise<Map<string, Held>> {
  const held = new Map<string, Held>()
  for (const ticketId of [...new Set(ticketIds)].sort()) {
    const one = await holdTicket(by, ticketId)
    if (one) held.set(ticketId, one)
  }
  return held
}

/** Ids of the tickets that are merged into one; nobody changes them while that one is held. */
export async function absorbedIds(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  ticketId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('ticketId')
    .where('orgId', '=', orgId)
    .where('mergedInto', '=', ticketId)
    .execute()
  return rows.map((row) => row.ticketId)
}
