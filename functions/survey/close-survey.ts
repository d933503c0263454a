import { closeSurvey } from '../../contract/survey'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { holdSurvey } from './survey-rows'

export default keeper(closeSurvey, async ({ surveyId, closesAt: wanted }, asked) => {
  const { db, orgId, now, person } = asked
  const survey = await holdSurvey(asked, surveyId)
  if (!survey) return refuse('NO_SUCH_SURVEY')
  const { opensAt, closesAt: planned } = survey
  // one whose time is over is not opened again, though tick has not closed it yet: its results may have been read
  if (survey.status !== 'published' || !opensAt || !planned || planned.getTime() <= now) return refuse('NOT_OPEN')
  const closesAt = new Date(wanted ?? now)
  if (wanted !== undefined && closesAt.getTime() <= Math.max(now, opensAt.getTime())) return refuse('CLOSES_TOO_EARLY')
  await db
    .updateTable('survey')
    .set(
      wanted === undefined
        ? // one that was still to open never will
          { status: 'closed', opensAt: opensAt < closesAt ? opensAt : closesAt, closesAt }
        : { closesAt, isReminded: closesAt > planned ? false : survey.isReminded },
    )
    .set({ changedAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .execute()
  const closing = formatInstant(closesAt.getTime(), person.zone)
  asked.note({ surveyId, title: survey.title, closesAt: closing })
  return { closesAt: closing }
})
