import { sql } from 'kysely'
import { voteAction } from '../../contract/survey-actions'
import { keeper, refuse } from '../keeper'
import { holdAction } from './action-rows'

export default keeper(voteAction, async ({ actionId, vote }, asked) => {
  const { db, orgId, person } = asked
  const action = await holdAction(asked, actionId)
  if (!action || action.status === 'proposed') return refuse('NO_SUCH_ACTION')
  if (action.status !== 'done' && action.status !== 'closed') return refuse('NOT_DONE')
  await db
    .insertInto('surveyVote')
    .values({ orgId, actionId, personId: person.personId, vote })
    .onConflict((same) => same.columns(['orgId', 'actionId', 'personId']).doUpdateSet({ vote }))
    .execute()
  // which way somebody voted is not the audit log's business
  asked.note({ actionId })
  const { rows } = await sql<{ better: number; same: number; worse: number }>`
    SELECT count(*) FILTER (WHERE vote = 'better')::integer AS better, count(*) FILTER (WHERE vote = 'same')::integer AS same,
      count(*) FILTER (WHERE vote = 'worse')::integer AS worse
    FROM survey_vote WHERE org_id = ${orgId} AND action_id = ${actionId}`.execute(db)
  return rows[0] ?? { better: 0, same: 0, worse: 0 }
})
