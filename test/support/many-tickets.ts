import type { GivenOrg } from './given'
import type { TestCloud } from './start-cloud'

/** So many new tickets written straight into the tables, each with its first event and with these steps ahead. */
export async function manyTickets(
  { cloud: { pool, clock } }: TestCloud,
  { orgId }: Pick<GivenOrg, 'orgId'>,
  {
    count,
    categoryId,
    requesterId,
    steps,
  }: {
    count: number
    categoryId: string
    requesterId: string
    steps: { at: number; clock: string; step: string }[]
  },
): Promise<void> {
  const client = await pool.connect()
  try {
    // plans that were made when there were three tickets walk ten thousand one by one
    await client.query('DISCARD PLANS')
    await client.query(
      `WITH written AS (
        INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, channel, requester_id, reported_by_id,
          created_at, started_at, resolve_due_at, due_at, steps)
        SELECT $1, gen_random_uuid(), 'N' || md5(random()::text || n), 'repair', $2, 'app', $3, $3, $4, $4, $5, $5, $6
        FROM generate_series(1, $7) n RETURNING org_id, ticket_id, created_at)
      INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind)
      SELECT org_id, ticket_id, 1, 1, created_at, 'reported' FROM written`,
      [
        orgId,
        categoryId,
        requesterId,
        new Date(clock()),
        new Date(steps[0]?.at ?? clock()),
        JSON.stringify(steps),
        count,
      ],
    )
    await client.query('ANALYZE ticket, ticket_event, ticket_step')
  } finally {
    client.release()
  }
}
