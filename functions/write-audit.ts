import type { Db } from '../database/connect'

interface By {
  orgId: number
  now: number
  person?: { personId: string }
}

/** Appends one entry to the audit log, in the caller's transaction when `db` is one. */
export async function writeAudit(
  db: Db,
  by: By,
  procedure: string,
  kind: 'write' | 'read',
  detail: object,
): Promise<void> {
  await db
    .insertInto('auditEntry')
    .values({
      orgId: by.orgId,
      at: new Date(by.now),
      personId: by.person?.personId ?? null,
      procedure,
      kind,
      detail: JSON.stringify(detail),
    })
    .execute()
}
