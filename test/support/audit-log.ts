import type { Pool, PoolClient } from 'pg'
import type { TestCloud } from './start-cloud'

/** Seals of an institution that do not add up, as the connection sees them. */
export async function faultsOf(
  db: Pool | PoolClient,
  orgId: number,
): Promise<{ seal_number: number; reason: string }[]> {
  return (await db.query('SELECT seal_number, reason FROM audit_faults() WHERE org_id = $1', [orgId])).rows
}

/** Seals what can be sealed now. */
export async function seal({ cloud }: TestCloud, orgId: number): Promise<void> {
  await cloud.pool.query('SELECT seal_audit($1, $2)', [orgId, new Date(cloud.clock())])
}

/** How many entries of an institution stand in the log, and how many its seals count. */
export async function countsOf({ cloud }: TestCloud, orgId: number): Promise<{ entries: number; sealed: number }> {
  const { rows } = await cloud.pool.query(
    `SELECT (SELECT count(*) FROM audit_entry WHERE org_id = $1) AS entries,
      (SELECT coalesce(sum(entries), 0)::int FROM audit_seal WHERE org_id = $1) AS sealed`,
    [orgId],
  )
  return rows[0]
}

/** Seals until nothing is left: transactions of other databases on this server may hold it up for a moment. */
export async function sealAll(house: TestCloud, orgId: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await seal(house, orgId)
    const { entries, sealed } = await countsOf(house, orgId)
    if (entries === sealed) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the log was not sealed to its end')
}
