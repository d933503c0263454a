import { sql } from 'kysely'
import type { Cloud } from '../cloud'
import { tellEach } from '../tell-each'

const mostAtOnce = 100

interface Over {
  orgId: number
  title: string
  personId: string
  invited: number
  answered: number
}

/**
 * Closes surveys whose time is over in all institutions, and tells whoever made each; what the answers come to may be
 * read from then on. Several hosts may do it at once. `now` in epoch ms.
 */
export async function closeOverSurveys(cloud: Cloud, now: number): Promise<void> {
  const at = new Date(now)
  await cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<Over>`
      WITH due AS MATERIALIZED (
        SELECT org_id, survey_id FROM survey WHERE status = 'published' AND closes_at <= ${at}::timestamptz
        ORDER BY closes_at LIMIT ${mostAtOnce} FOR NO KEY UPDATE SKIP LOCKED)
      UPDATE survey s SET status = 'closed', changed_at = ${at}::timestamptz FROM due
      WHERE s.org_id = due.org_id AND s.survey_id = due.survey_id
      RETURNING s.org_id, s.title, s.created_by AS "personId",
        (SELECT count(*)::integer FROM survey_invitation i
          WHERE i.org_id = s.org_id AND i.survey_id = s.survey_id) AS invited,
        (SELECT count(*)::integer FROM survey_participation a
          WHERE a.org_id = s.org_id AND a.survey_id = s.survey_id) AS answered`.execute(db)
    for (const orgId of new Set(rows.map((row) => row.orgId))) {
      const letters = rows.filter((row) => row.orgId === orgId)
      await tellEach(db, { orgId, now }, letters, {
        one: ({ title, invited, answered }) => ({
          title: `问卷已结束：${title}`,
          body: `共邀请 ${invited} 人，${answered} 人已填写，请到管理后台查看结果。`,
          path: '',
        }),
        sum: (own) => ({
          title: `${own.length} 份问卷已结束`,
          body: '请到管理后台查看结果。',
          path: '',
        }),
      })
    }
  })
}
