import type { Cloud } from '../cloud'

/**
 * Seals, for every institution that has something unsealed, the audit entries of all transactions that have ended; a
 * transaction still open keeps back its own entries and all later ones until the next time. Gives how many were sealed.
 */
export async function sealAudit({ pool }: Cloud, now: number): Promise<number> {
  const { rows: orgs } = await pool.query<{ org_id: number }>(
    `SELECT o.org_id FROM org o
     LEFT JOIN LATERAL (SELECT s.until_txid FROM audit_seal s WHERE s.org_id = o.org_id
       ORDER BY s.seal_number DESC LIMIT 1) last ON true
     WHERE EXISTS (SELECT FROM audit_entry e WHERE e.org_id = o.org_id AND e.txid >= coalesce(last.until_txid, '0'))
     ORDER BY o.org_id`,
  )
  let sealed = 0
  for (const { org_id } of orgs) {
    const { rows } = await pool.query<{ entries: number }>('SELECT seal_audit($1, $2) AS entries', [
      org_id,
      new Date(now),
    ])
    sealed += rows[0]?.entries ?? 0
  }
  return sealed
}
