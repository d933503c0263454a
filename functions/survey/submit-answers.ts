import { submitAnswers } from '../../contract/survey-answering'
import { dayOf } from '../../contract/zone'
import { keeper, Refusal, refuse } from '../keeper'
import { handIn } from './hand-in'
import { readOpenSurvey, rightAnswers } from './open-survey'

// No command and no audit entry is kept of it: either would join the person to their answers. That it happens once is the
// key's doing; who asks again because the first answer was lost hears ALREADY_ANSWERED, and that is the truth.
export default keeper(submitAnswers, async ({ surveyId, revision, answers }, asked) => {
  const { now, person } = asked
  const survey = await readOpenSurvey(asked, surveyId, revision)
  if (survey instanceof Refusal) return survey
  const response = { answers: rightAnswers(survey.definition, answers), isPaper: false }
  const who = { personId: person.personId, day: dayOf(now, person.zone) }
  const outcome = await handIn(asked, survey, response, who)
  return outcome === 'SUBMITTED' ? { thanks: survey.definition.thanks } : refuse(outcome)
})
