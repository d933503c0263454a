import { sql } from 'kysely'
import type { Db } from '../../database/connect'

/**
 * Counts anew how many distinct people have met a ticket: requesters and followers of it and of all that were merged
 * into it. Gives its priority. Ask with the ticket's row held, or somebody who joins at the same time is missed.
 */
export async function recountPeople(db: Db, orgId: number, ticketId: string): Promise<number> {
  const { rows } = await sql<{ priority: number }>`
    UPDATE ticket SET priority = (
      SELECT count(DISTINCT met.person_id) FROM ticket same
      CROSS JOIN LATERAL (
        SELECT same.requester_id AS person_id
        UNION ALL
        SELECT f.person_id FROM ticket_follower f WHERE f.org_id = same.org_id AND f.ticket_id = same.ticket_id) met
      WHERE same.org_id = ${orgId} AND (same.ticket_id = ${ticketId} OR same.merged_into = ${ticketId}))
    WHERE org_id = ${orgId} AND ticket_id = ${ticketId}
    RETURNING priority`.execute(db)
  return rows[0]?.priority ?? 0
}
