import { sql } from 'kysely'
import type { Cloud } from '../cloud'
import { type OpenSurvey, tellAudience } from './tell-audience'

/** So long before it closes; but nobody who was told yesterday is told again today. */
const beforeHours = 48
const afterOpeningHours = 24
const mostAtOnce = 20

/**
 * Reminds those who have not answered two days before a survey closes, once, whatever number of hosts is at it; on a day
 * on which somebody did it by hand it waits for the next. `now` in epoch ms.
 */
export async function remindBeforeClosing(cloud: Cloud, now: number): Promise<void> {
  const at = new Date(now)
  const before = (hours: number) => new Date(now - hours * 3_600_000)
  await cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<OpenSurvey & { orgId: number; zone: string }>`
      WITH near AS MATERIALIZED (
        SELECT s.org_id, s.survey_id, o.zone, ((${at}::timestamptz AT TIME ZONE 'UTC') + o.zone::interval)::date AS today
        FROM survey s JOIN org o ON o.org_id = s.org_id
        WHERE s.status = 'published' AND NOT s.is_reminded AND s.closes_at > ${at}::timestamptz
          AND s.closes_at <= ${before(-beforeHours)}::timestamptz AND s.opens_at <= ${before(afterOpeningHours)}::timestamptz
          AND s.reminded_on IS DISTINCT FROM ((${at}::timestamptz AT TIME ZONE 'UTC') + o.zone::interval)::date
        ORDER BY s.closes_at LIMIT ${mostAtOnce} FOR NO KEY UPDATE OF s SKIP LOCKED)
      UPDATE survey s SET is_reminded = true, reminded_on = near.today FROM near
      WHERE s.org_id = near.org_id AND s.survey_id = near.survey_id
      RETURNING s.org_id, s.survey_id, s.title, s.is_anonymous, s.closes_at, near.zone`.execute(db)
    for (const orgId of new Set(rows.map((row) => row.orgId))) {
      const surveys = rows.filter((row) => row.orgId === orgId)
      await tellAudience(db, { orgId, now, zone: surveys[0]?.zone ?? '+08:00' }, surveys, 'reminder')
    }
  })
}
