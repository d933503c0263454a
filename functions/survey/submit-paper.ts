import { submitPaper } from '../../contract/survey-answering'
import { dayOf } from '../../contract/zone'
import { type AskedByPerson, keeper, Refusal, refuse } from '../keeper'
import { handIn } from './hand-in'
import { readOpenSurvey, rightAnswers } from './open-survey'

type Asked = Pick<AskedByPerson, 'db' | 'orgId'>

/** How many answers of a survey were entered from paper; of an anonymous one those that are settled. */
async function countPaper({ db, orgId }: Asked, surveyId: string): Promise<number> {
  const { entered } = await db
    .selectFrom('surveyResponse')
    .select((is) => is.fn.countAll<number>().as('entered'))
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .where('isPaper', '=', true)
    .executeTakeFirstOrThrow()
  return entered
}

async function findPerson({ db, orgId }: Asked, staffNumber: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('staffNumber', '=', staffNumber)
    .where('status', '<>', 'left')
    .executeTakeFirst()
  return found?.personId
}

// Like submitAnswers it leaves no command and no audit entry.
export default keeper(submitPaper, async ({ surveyId, revision, staffNumber, ...input }, asked) => {
  const survey = await readOpenSurvey(asked, surveyId, revision)
  if (survey instanceof Refusal) return survey
  const response = { answers: rightAnswers(survey.definition, input.answers), isPaper: true }
  let personId: string | undefined
  if (!survey.isAnonymous) {
    if (staffNumber === undefined) return refuse('NEEDS_PERSON')
    personId = await findPerson(asked, staffNumber)
    if (personId === undefined) return refuse('NO_SUCH_PERSON')
  }
  const outcome = await handIn(asked, survey, response, { personId, day: dayOf(asked.now, asked.person.zone) })
  if (outcome === 'NOT_FOR_YOU') throw new Error('paper needs no invitation')
  return outcome === 'SUBMITTED' ? { entered: await countPaper(asked, surveyId) } : refuse(outcome)
})
