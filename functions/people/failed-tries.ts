import { sql } from 'kysely'
import type { Db } from '../../database/connect'

const most = 8
const withinMs = 3_600_000
/** Tries are counted before the institution is known. */
const noOrg = 0

/** What somebody tries to prove, and by whom or whom for: each of the subjects is counted on its own. */
export interface Try {
  kind: 'invitation' | 'request'
  subjects: readonly string[]
}

/**
 * Whether a further try is admitted: fewer than 8 within the hour for each subject. In the caller's transaction, which
 * holds the subjects until it ends, so that tries made at the same moment are counted one after the other.
 */
export async function mayTry(db: Db, now: number, { kind, subjects }: Try): Promise<boolean> {
  for (const subject of [...subjects].sort()) {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${subject}`}, ${noOrg}))`.execute(db)
  }
  const counts = await db
    .selectFrom('failedTry')
    .select((is) => is.fn.countAll<number>().as('tries'))
    .where('orgId', '=', noOrg)
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .where('at', '>', new Date(now - withinMs))
    .groupBy('subject')
    .execute()
  return counts.every(({ tries }) => tries < most)
}

/** Counts one try that proved nothing. */
export async function countTry(db: Db, now: number, { kind, subjects }: Try): Promise<void> {
  await db
    .insertInto('failedTry')
    .values(subjects.map((subject) => ({ orgId: noOrg, kind, subject, at: new Date(now) })))
    .execute()
}
