import { cleanAnswers, wrongAnswers } from '../../contract/survey-answers'
import type { SurveyDefinition } from '../../contract/survey-definition'
import type { Answer, Answers } from '../../contract/survey-logic'
import { type AskedByPerson, Refusal, refuse, WrongInput } from '../keeper'

/** A survey that takes answers. */
export interface OpenSurvey {
  surveyId: string
  isAnonymous: boolean
  revision: number
  closesAt: Date
  definition: SurveyDefinition
}

type Asked = Pick<AskedByPerson, 'db' | 'orgId' | 'now'>

/** Finds a survey that takes answers now. */
export async function findOpenSurvey(
  { db, orgId, now }: Asked,
  surveyId: string,
): Promise<OpenSurvey | Refusal<'NO_SUCH_SURVEY' | 'NOT_OPEN'>> {
  const survey = await db
    .selectFrom('survey')
    .select(['isAnonymous', 'revision', 'definition', 'status', 'opensAt', 'closesAt'])
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
  if (!survey?.opensAt || !survey.closesAt || survey.status === 'draft') return refuse('NO_SUCH_SURVEY')
  const { isAnonymous, revision, definition, status, opensAt, closesAt } = survey
  const isOpen = status === 'published' && opensAt.getTime() <= now && now < closesAt.getTime()
  if (!isOpen) return refuse('NOT_OPEN')
  return { surveyId, isAnonymous, revision, closesAt, definition: definition as unknown as SurveyDefinition }
}

/** Reads a survey that somebody hands in to; refuses when it is not open, or was read at another revision. */
export async function readOpenSurvey(
  asked: Asked,
  surveyId: string,
  atRevision: number,
): Promise<OpenSurvey | Refusal<'NO_SUCH_SURVEY' | 'NOT_OPEN' | 'OTHER_VERSION'>> {
  const survey = await findOpenSurvey(asked, surveyId)
  return survey instanceof Refusal || survey.revision === atRevision ? survey : refuse('OTHER_VERSION')
}

/** Answers as they are kept; throws the first thing that is wrong with them, with its path. */
export function rightAnswers(definition: SurveyDefinition, answers: Answers): { [item: string]: Answer } {
  const [wrong] = wrongAnswers(definition, answers)
  if (wrong) throw new WrongInput(wrong.path, wrong.message)
  return cleanAnswers(definition, answers)
}
