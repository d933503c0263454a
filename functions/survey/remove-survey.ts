import { removeSurvey } from '../../contract/survey'
import { keeper, refuse } from '../keeper'
import { findSurvey } from './survey-rows'

export default keeper(removeSurvey, async ({ surveyId }, asked) => {
  const removed = await asked.db
    .deleteFrom('survey')
    .where('orgId', '=', asked.orgId)
    .where('surveyId', '=', surveyId)
    .where('status', '=', 'draft')
    .returning('title')
    .executeTakeFirst()
  if (!removed) return refuse((await findSurvey(asked, surveyId)) ? 'FROZEN' : 'NO_SUCH_SURVEY')
  asked.note({ surveyId, title: removed.title })
  return { removed: true as const }
})
