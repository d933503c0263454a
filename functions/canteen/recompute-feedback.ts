import { sql } from 'kysely'
import type { Cloud } from '../cloud'
import { dueTimes, readFeedbackSetting } from './feedback-clock'

interface Waiting {
  ratingId: string
  askedAt: Date
  warnedAt: Date | null
  escalatedAt: Date | null
}

/** What comes next of a comment that waits: each step is done once, also when the times move. */
function nextOf({ warnedAt, escalatedAt }: Waiting, { warnAt, dueAt }: { warnAt: Date; dueAt: Date }): Date | null {
  if (escalatedAt) return null
  return warnedAt ? dueAt : warnAt
}

/**
 * Computes the times of an institution's waiting comments anew. What somebody is changing at this moment is left for the
 * next time, so that nobody is waited for: then `clock` is not kept as what it was computed for.
 */
async function recomputeOrg(cloud: Cloud, orgId: number, clock: string): Promise<void> {
  await cloud.db.transaction().execute(async (db) => {
    const { rows: locks } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('recompute_feedback'), ${orgId}) AS is_mine`.execute(db)
    if (!locks[0]?.isMine) return
    const waiting = db
      .selectFrom('rating')
      .where('orgId', '=', orgId)
      .where('dueAt', 'is not', null)
      .where('answeredAt', 'is', null)
      .where('withdrawnAt', 'is', null)
    const rows = await waiting
      .select(['ratingId', 'askedAt', 'warnedAt', 'escalatedAt'])
      .orderBy('ratingId')
      .forNoKeyUpdate()
      .skipLocked()
      .execute()
    const { all } = await waiting.select((is) => is.fn.countAll<number>().as('all')).executeTakeFirstOrThrow()
    const setting = await readFeedbackSetting(db, orgId)
    const times = rows.flatMap(({ askedAt, ...row }) => {
      if (!askedAt) return []
      const due = dueTimes(setting, askedAt.getTime())
      return { ratingId: row.ratingId, ...due, nextDueAt: nextOf({ ...row, askedAt }, due) }
    })
    if (times.length > 0)
      await sql`
        UPDATE rating r SET warn_at = t."warnAt", due_at = t."dueAt", next_due_at = t."nextDueAt"
        FROM json_to_recordset(${JSON.stringify(times)}::json)
          AS t("ratingId" uuid, "warnAt" timestamptz, "dueAt" timestamptz, "nextDueAt" timestamptz)
        WHERE r.org_id = ${orgId} AND r.rating_id = t."ratingId"`.execute(db)
    // an answer that came since the first look leaves fewer, never more
    if (all > rows.length) return
    await db.updateTable('canteenSetting').set({ computedFor: clock }).where('orgId', '=', orgId).execute()
  })
}

/**
 * Computes the due times of waiting comments anew where service hours, special days, the published years or the time for
 * an answer have changed since they were last computed. Several hosts at once leave to each other what the other is at;
 * an institution that fails holds up no other. Gives how many were looked at.
 */
export async function recomputeFeedback(cloud: Cloud): Promise<number> {
  const { rows } = await sql<{ orgId: number; clock: string }>`
    SELECT s.org_id, canteen_clock(s) AS clock FROM canteen_setting s
    WHERE s.computed_for <> canteen_clock(s) ORDER BY s.org_id`.execute(cloud.db)
  for (const { orgId, clock } of rows) {
    try {
      await recomputeOrg(cloud, orgId, clock)
    } catch (cause) {
      cloud.log({ level: 'error', message: `recomputeFeedback: institution ${orgId}`, cause })
    }
  }
  return rows.length
}
