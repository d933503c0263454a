import { sql, type Transaction } from 'kysely'
import type { DB } from '../database/types'
import type { Cloud } from './cloud'
import { consoleIdleMs } from './people/session-cache'

const dayMs = 24 * 3_600_000

async function forgetSessions(db: Transaction<DB>, now: number): Promise<void> {
  await db
    .deleteFrom('session')
    .where((is) =>
      is.or([
        is('expiresAt', '<=', new Date(now)),
        is.and([is('client', '=', 'console'), is('lastSeenAt', '<=', new Date(now - consoleIdleMs))]),
      ]),
    )
    .execute()
}

/** Used and expired proofs stay a day, so that whoever comes late hears why, and a scanned code cannot be used twice. */
async function forgetProofs(db: Transaction<DB>, now: number): Promise<void> {
  const yesterday = new Date(now - dayMs)
  await db
    .deleteFrom('proof')
    .where((is) => is.or([is('usedAt', '<', yesterday), is('expiresAt', '<', yesterday)]))
    .execute()
}

/** Whose suggestion it was, once there is nothing more to tell them: a month after the last word, or a year without one. */
async function forgetSuggesters(db: Transaction<DB>, now: number): Promise<void> {
  const ago = (days: number) => new Date(now - days * dayMs)
  await db
    .updateTable('surveyAction')
    .set({ suggestedBy: null })
    .where('suggestedBy', 'is not', null)
    .where((is) =>
      is.or([
        is.and([is('status', 'in', ['declined', 'closed']), is('changedAt', '<', ago(30))]),
        is('changedAt', '<', ago(365)),
      ]),
    )
    .execute()
}

/**
 * Forgets what nobody can ask for any more, in all institutions: sessions that ended, proofs of the day before, first
 * answers after 30 days, failed tries after one, messages 30 days after they were sent or given up; and whose a
 * suggestion was. Several at once would only wait for each other: whoever comes while another is at it leaves it to
 * them. Gives whether it was done here.
 */
export async function forgetOld({ db }: Cloud, now: number): Promise<boolean> {
  const ago = (days: number) => new Date(now - days * dayMs)
  return db.transaction().execute(async (inTransaction) => {
    const { rows } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('forget_old')) AS is_mine`.execute(inTransaction)
    if (!rows[0]?.isMine) return false
    await forgetSessions(inTransaction, now)
    await forgetProofs(inTransaction, now)
    await forgetSuggesters(inTransaction, now)
    await inTransaction.deleteFrom('command').where('at', '<', ago(30)).execute()
    await inTransaction.deleteFrom('failedTry').where('at', '<', ago(1)).execute()
    await inTransaction.deleteFrom('outbox').where('nextDueAt', 'is', null).where('createdAt', '<', ago(30)).execute()
    return true
  })
}
