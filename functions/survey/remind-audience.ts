import { remindAudience } from '../../contract/survey'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { holdSurvey } from './survey-rows'
import { tellAudience } from './tell-audience'

export default keeper(remindAudience, async ({ surveyId }, asked) => {
  const { db, orgId, now, person } = asked
  // of two who remind at once the second waits, and sees that it was done
  const survey = await holdSurvey(asked, surveyId)
  if (!survey) return refuse('NO_SUCH_SURVEY')
  const { opensAt, closesAt } = survey
  if (survey.status !== 'published' || !opensAt || !closesAt) return refuse('NOT_OPEN')
  if (now < opensAt.getTime() || now >= closesAt.getTime()) return refuse('NOT_OPEN')
  const today = dayOf(now, person.zone)
  if (survey.remindedOn === today) return refuse('REMINDED_TODAY')
  await db
    .updateTable('survey')
    .set({ remindedOn: today })
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .execute()
  const reminded = await tellAudience(db, { orgId, now, zone: person.zone }, [{ ...survey, closesAt }], 'reminder')
  asked.note({ surveyId, title: survey.title, reminded })
  return { reminded }
})
