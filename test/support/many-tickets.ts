import type { GivenOrg } from './given'
import type { TestCloud } from './start-cloud'

/**
 * So many open tickets written straight into the tables, each with its first event; their steps are due at `at` (epoch
 * ms). Unassigned unless somebody has them.
 */
export async function manyTickets(
  { cloud: { pool, clock } }: TestCloud,
  { orgId }: Pick<GivenOrg, 'orgId'>,
  {
    count,
    categoryId,
    requesterId,
    assigneeId,
    steps,
  }: {
    count: number
    categoryId: string
    requesterId: string
    assigneeId?: string
    steps: { at: number; clock: string; step: string }[]
  },
): Promise<void> {
  await pool.query(
    `WITH written AS (
      INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, channel, requester_id, reported_by_id, status,
        assignee_id, created_at, started_at, response_due_at, due_at, steps)
      SELECT $1, gen_random_uuid(), 'N' || md5(random()::text || n), 'repair', $2, 'app', $3, $3,
        CASE WHEN $4::uuid IS NULL THEN 'new' ELSE 'accepted' END, $4, $5, $5, $7, $7, $6
      FROM generate_series(1, $8) n RETURNING org_id, ticket_id, created_at)
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind)
    SELECT org_id, ticket_id, 1, 1, created_at, 'reported' FROM written`,
    [
      orgId,
      categoryId,
      requesterId,
      assigneeId ?? null,
      new Date(clock()),
      JSON.stringify(steps),
      new Date(steps[0]?.at ?? clock()),
      count,
    ],
  )
  await pool.query('ANALYZE ticket, ticket_event, ticket_step')
}
