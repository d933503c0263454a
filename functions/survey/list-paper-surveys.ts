import { listPaperSurveys } from '../../contract/survey-answering'
import { formatInstant } from '../../contract/zone'
import { keeper } from '../keeper'

export default keeper(listPaperSurveys, async (_, { db, orgId, now, person }) => {
  const open = await db
    .selectFrom('survey')
    .select(['surveyId', 'title', 'isAnonymous', 'closesAt'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'published')
    .where('opensAt', '<=', new Date(now))
    .where('closesAt', '>', new Date(now))
    .orderBy('closesAt')
    .orderBy('surveyId')
    .limit(100)
    .execute()
  return {
    items: open.map(({ closesAt, ...survey }) => ({
      ...survey,
      closesAt: formatInstant(Number(closesAt), person.zone),
    })),
  }
})
