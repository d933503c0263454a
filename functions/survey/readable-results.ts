import { sql } from 'kysely'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { dayOf } from '../../contract/zone'
import { type AskedByPerson, Refusal, refuse } from '../keeper'
import { type CountedAnswers, countedAnswers } from './counted-answers'
import { settleAnswers } from './settle-answers'

/** Of a survey that has closed, so many must have answered before anything is told. */
const leastAnswers = 5
/** While a survey is open, and for what people wrote. */
export const leastWhileOpen = 10

interface Row {
  title: string
  status: 'draft' | 'published' | 'closed'
  isAnonymous: boolean
  isSettled: boolean
  isOpenToStaff: boolean
  resultsWhen: 'closed' | 'tenAnswers'
  closesAt: Date
  definition: SurveyDefinition
  revision: number
  isForMe: boolean
  invited: number
  participations: number
  responses: number
}

/** The head of results as it is told. */
export interface ResultHead {
  surveyId: string
  title: string
  isAnonymous: boolean
  status: 'published' | 'closed'
  invited: number
  answered: number
  paper: number
  n: number
  responseRate?: number
  publishedOn?: string
}

/** A survey whose results the asker may read now, with its answers counted. */
export interface ReadableResults {
  head: ResultHead
  answers: CountedAnswers
  /** Nothing more will be counted. */
  isOver: boolean
}

type Asked = Pick<AskedByPerson, 'cloud' | 'db' | 'orgId' | 'person' | 'now'>

const runs = (duties: ReadonlySet<string>) => ['surveyor', 'manager', 'admin'].some((duty) => duties.has(duty))

async function findSurvey({ db, orgId, person }: Asked, surveyId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT s.title, s.status, s.is_anonymous AS "isAnonymous", s.is_settled AS "isSettled", s.revision, s.definition,
      s.is_open_to_staff AS "isOpenToStaff", s.results_when AS "resultsWhen", s.closes_at AS "closesAt",
      s.audience ->> 'kind' = 'everyone' OR EXISTS (SELECT FROM survey_invitation i WHERE i.org_id = s.org_id
        AND i.survey_id = s.survey_id AND i.person_id = ${person.personId}) AS "isForMe",
      (SELECT count(*)::integer FROM survey_invitation i WHERE i.org_id = s.org_id AND i.survey_id = s.survey_id) AS invited,
      (SELECT count(*)::integer FROM survey_participation a
        WHERE a.org_id = s.org_id AND a.survey_id = s.survey_id) AS participations,
      (SELECT count(*)::integer FROM survey_response r
        WHERE r.org_id = s.org_id AND r.survey_id = s.survey_id) AS responses
    FROM survey s WHERE s.org_id = ${orgId} AND s.survey_id = ${surveyId}`.execute(db)
  return rows[0]
}

/** The survey, with everything settled when it has closed: nobody waits for the next minute's tick. */
async function readSurvey(asked: Asked, surveyId: string): Promise<Row | undefined> {
  const survey = await findSurvey(asked, surveyId)
  if (survey?.status !== 'closed' || !survey.isAnonymous || survey.isSettled) return survey
  await settleAnswers(asked.cloud, asked.now, surveyId)
  return findSurvey(asked, surveyId)
}

/** Reads the results of a survey, or says why they cannot be read (yet). */
export async function readResults(
  asked: Asked,
  surveyId: string,
): Promise<ReadableResults | Refusal<'NO_SUCH_SURVEY' | 'NOT_YET' | 'TOO_FEW'>> {
  const { person, now } = asked
  const survey = await readSurvey(asked, surveyId)
  if (!survey || survey.status === 'draft') return refuse('NO_SUCH_SURVEY')
  const mayAlways = runs(person.duties)
  if (!mayAlways && !(survey.isOpenToStaff && survey.isForMe)) return refuse('NO_SUCH_SURVEY')
  const isOver = survey.status === 'closed' && (survey.isSettled || !survey.isAnonymous)
  const isInSteps = survey.resultsWhen === 'tenAnswers'
  // answers with names are counted one by one, not in steps that keep colleagues from seeing who said what
  if (!isOver && !(isInSteps && (survey.isAnonymous || mayAlways))) return refuse('NOT_YET')
  if (!isOver && survey.responses < leastWhileOpen) return refuse('NOT_YET')
  if (survey.responses < leastAnswers) return refuse('TOO_FEW')
  const revision = [survey.revision, survey.status, survey.isSettled, survey.responses].join(' ')
  const answers = await countedAnswers(asked, { surveyId, definition: survey.definition, revision })
  // anonymous paper claims nobody's place; whose it is may have been invited or not
  const unclaimed = survey.isAnonymous ? answers.paper : 0
  // while answers are settled in steps, how many more have come in would tell of single ones
  const answered = isOver ? survey.participations + unclaimed : answers.n
  return {
    head: {
      surveyId,
      title: survey.title,
      isAnonymous: survey.isAnonymous,
      status: survey.status,
      invited: survey.invited,
      answered,
      paper: answers.paper,
      n: answers.n,
      ...(survey.invited > 0 ? { responseRate: Math.min(1, (answered - unclaimed) / survey.invited) } : {}),
      ...(isOver ? { publishedOn: dayOf(Math.min(now, survey.closesAt.getTime()), person.zone) } : {}),
    },
    answers,
    isOver,
  }
}

/**
 * The results of a survey by groups. Not before nothing more is counted: what two of their publications differ by would
 * be the groups of the few who answered in between.
 */
export async function readGroups(...asked: Parameters<typeof readResults>): ReturnType<typeof readResults> {
  const read = await readResults(...asked)
  return read instanceof Refusal || read.isOver ? read : refuse('NOT_YET')
}
