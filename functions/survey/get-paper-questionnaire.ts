import { getPaperQuestionnaire } from '../../contract/survey-answering'
import { askedDefinition } from '../../contract/survey-jumps'
import { formatInstant } from '../../contract/zone'
import { keeper, Refusal } from '../keeper'
import { findOpenSurvey } from './open-survey'

export default keeper(getPaperQuestionnaire, async ({ surveyId }, asked) => {
  const survey = await findOpenSurvey(asked, surveyId)
  if (survey instanceof Refusal) return survey
  return {
    ...survey,
    closesAt: formatInstant(survey.closesAt.getTime(), asked.person.zone),
    definition: askedDefinition(survey.definition),
  }
})
