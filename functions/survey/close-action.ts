import { closeAction } from '../../contract/survey-actions'
import { keeper, refuse } from '../keeper'
import { holdAction } from './action-rows'
import { isSameQuestion, measuredMean, measuringQuestion } from './measured-mean'
import { findSurvey } from './survey-rows'
import { tellSuggester } from './tell-suggester'

/** A mean of fewer says more of a few people than of a change. */
const fewest = 10

export default keeper(closeAction, async ({ actionId, surveyId, item, reason }, asked) => {
  const { db, orgId, now } = asked
  const action = await holdAction(asked, actionId)
  if (!action) return refuse('NO_SUCH_ACTION')
  if (action.status !== 'done' || !action.doneAt) return refuse('NOT_DONE')
  const survey = await findSurvey(asked, surveyId)
  if (!survey || survey.status === 'draft') return refuse('NO_SUCH_SURVEY')
  const source = action.surveyId ? await findSurvey(asked, action.surveyId) : undefined
  const first = source && action.item ? measuringQuestion(source, action.item) : undefined
  const again = measuringQuestion(survey, item)
  const isSame = again !== undefined && (first === undefined || isSameQuestion(first, again))
  // whoever answered before it was done, or when it was first measured, says nothing about it
  const begins = Math.max(action.doneAt.getTime(), source?.closesAt?.getTime() ?? 0)
  if (survey.status !== 'closed' || !isSame || (survey.opensAt?.getTime() ?? 0) < begins)
    return refuse('NOT_MEASURED_AGAIN')
  const after = await measuredMean(asked, survey, item)
  if (after.n < fewest) return refuse('TOO_FEW')
  const before = source && first ? await measuredMean(asked, source, first.code) : { n: 0, mean: 0 }
  const meanBefore = before.n >= fewest ? before.mean : undefined
  const result = reason === '' ? action.reason : reason
  await db
    .updateTable('surveyAction')
    .set({ status: 'closed', reason: result, measuredBy: surveyId, meanBefore: meanBefore ?? null })
    .set({ meanAfter: after.mean, changedAt: new Date(now), revision: action.revision + 1 })
    .where('orgId', '=', orgId)
    .where('actionId', '=', actionId)
    .execute()
  await tellSuggester(asked, action, { ...action, status: 'closed' })
  asked.note({ actionId, surveyId, item })
  return { ...(meanBefore === undefined ? {} : { meanBefore }), meanAfter: after.mean }
})
