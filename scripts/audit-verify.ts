import { sql } from 'kysely'
import type { Db } from '../database/connect'
import { runOnDatabase } from './open-database'

interface Fault {
  orgId: number
  sealNumber: number
  reason: string
}

interface Log {
  orgId: number
  slug: string
  name: string
  seals: number
  entries: number
  unsealed: number
  lastSealedAt: Date | null
  lastHash: string | null
}

const reasons: Record<string, string> = {
  'does not follow the seal before it': '与上一个封条接不上',
  'leaves a gap after the seal before it': '与上一个封条之间有缺口',
  'an entry was changed': '其中有记录被改动',
}

async function readLogs(db: Db): Promise<Log[]> {
  const { rows } = await sql<Log>`
    SELECT o.org_id, o.slug, o.name, s.seals, s.entries, last.sealed_at AS last_sealed_at,
      encode(last.hash, 'hex') AS last_hash,
      (SELECT count(*) FROM audit_entry e
        WHERE e.org_id = o.org_id AND e.txid >= coalesce(last.until_txid, '0')) AS unsealed
    FROM org o
    CROSS JOIN LATERAL (SELECT count(*) AS seals, coalesce(sum(entries), 0)::bigint AS entries
      FROM audit_seal WHERE org_id = o.org_id) s
    LEFT JOIN LATERAL (SELECT * FROM audit_seal WHERE org_id = o.org_id ORDER BY seal_number DESC LIMIT 1) last ON true
    ORDER BY o.slug`.execute(db)
  return rows
}

function sentenceOf({ sealNumber, reason }: Fault): string {
  return `  第 ${sealNumber} 号封条不符：${reasons[reason] ?? reason.replace(/^holds (\d+) entries instead of (\d+)$/, '封存时 $2 条，现在 $1 条')}`
}

/**
 * Recomputes every seal of the audit log and says which hold. Exit code 1 when one does not. The last hash of each
 * institution is printed to be kept elsewhere: that the newest seals were cut off is seen only by comparing with it.
 */
runOnDatabase(async ({ db }) => {
  const { rows: faults } = await sql<Fault>`SELECT org_id, seal_number, reason FROM audit_faults()`.execute(db)
  for (const log of await readLogs(db)) {
    const own = faults.filter((fault) => fault.orgId === log.orgId)
    const state = own.length === 0 ? '完好' : '已被改动'
    process.stdout.write(
      `${log.name}(${log.slug})${state}:封条 ${log.seals} 个，已封存 ${log.entries} 条，待封存 ${log.unsealed} 条\n`,
    )
    if (log.lastHash) process.stdout.write(`  最近一次封存 ${log.lastSealedAt?.toISOString()}  ${log.lastHash}\n`)
    for (const fault of own) process.stdout.write(`${sentenceOf(fault)}\n`)
  }
  return faults.length === 0 ? 0 : 1
})
