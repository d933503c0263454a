import { getQuestionnaire } from '../../contract/survey-answering'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { askedDefinition } from '../../contract/survey-jumps'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'

export default keeper(getQuestionnaire, async ({ surveyId }, { db, orgId, now, person }) => {
  const survey = await db
    .selectFrom('survey as s')
    .leftJoin('surveyInvitation as i', (on) =>
      on.onRef('i.orgId', '=', 's.orgId').onRef('i.surveyId', '=', 's.surveyId').on('i.personId', '=', person.personId),
    )
    .leftJoin('surveyParticipation as a', (on) =>
      on.onRef('a.orgId', '=', 's.orgId').onRef('a.surveyId', '=', 's.surveyId').on('a.personId', '=', person.personId),
    )
    .select(['s.status', 's.isAnonymous', 's.opensAt', 's.closesAt', 's.revision', 's.definition'])
    .select(['i.personId as invited', 'a.personId as answered'])
    .where('s.orgId', '=', orgId)
    .where('s.surveyId', '=', surveyId)
    .where('s.status', '<>', 'draft')
    .executeTakeFirst()
  if (!survey?.closesAt || !survey.opensAt) return refuse('NO_SUCH_SURVEY')
  if (survey.invited === null) return refuse('NOT_FOR_YOU')
  const { closesAt, opensAt } = survey
  if (survey.status === 'closed' || closesAt.getTime() <= now || opensAt.getTime() > now) return refuse('NOT_OPEN')
  return {
    surveyId,
    isAnonymous: survey.isAnonymous,
    closesAt: formatInstant(closesAt.getTime(), person.zone),
    institution: person.orgName,
    hasAnswered: survey.answered !== null,
    revision: survey.revision,
    definition: askedDefinition(survey.definition as unknown as SurveyDefinition),
  }
})
