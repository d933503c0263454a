import { sql } from 'kysely'
import type { Cloud } from '../cloud'
import { type OpenSurvey, tellAudience } from './tell-audience'

const mostAtOnce = 20

/**
 * Tells those invited that a survey which was published beforehand is open now, once, whatever number of hosts is at it.
 * `now` in epoch ms.
 */
export async function announceSurveys(cloud: Cloud, now: number): Promise<void> {
  const at = new Date(now)
  await cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<OpenSurvey & { orgId: number; zone: string }>`
      WITH due AS MATERIALIZED (
        SELECT org_id, survey_id FROM survey WHERE status = 'published' AND NOT is_announced
          AND opens_at <= ${at}::timestamptz AND closes_at > ${at}::timestamptz
        ORDER BY opens_at LIMIT ${mostAtOnce} FOR NO KEY UPDATE SKIP LOCKED)
      UPDATE survey s SET is_announced = true FROM due JOIN org o ON o.org_id = due.org_id
      WHERE s.org_id = due.org_id AND s.survey_id = due.survey_id
      RETURNING s.org_id, s.survey_id, s.title, s.is_anonymous, s.closes_at, o.zone`.execute(db)
    for (const { orgId, zone, ...survey } of rows) await tellAudience(db, { orgId, now, zone }, [survey], 'opened')
  })
}
