import { sql } from 'kysely'
import { itemsOf, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'
import { lockedCores } from '../../contract/survey-locked-core'
import { compareRounds } from '../../contract/survey-results'
import { formatInstant } from '../../contract/zone'
import { keeper, Refusal } from '../keeper'
import { isTold } from './item-figures'
import { isSameQuestion } from './measured-mean'
import { type ReadableResults, readResults } from './readable-results'
import { toldOf } from './told-item'

/** The last so many rounds: three years of quarters. */
const mostRounds = 12

interface Round {
  surveyId: string
  closesAt: Date
  results: ReadableResults
}

const itemOf = ({ results }: Round, code: string) =>
  itemsOf(results.answers.definition).find((item) => item.code === code)

/** `earlier` are the rounds before, oldest first; the last that asked the question is the one it is compared with. */
function pointOf(round: Round, earlier: readonly Round[], code: string) {
  const item = itemOf(round, code)
  const before = earlier.map((one) => itemOf(one, code)).filter((one) => one !== undefined)
  const last = before[before.length - 1]
  const counted = round.results.answers.counted.get(code)
  const isNewWording = item !== undefined && last !== undefined && !isSameQuestion(last, item)
  const mean = item && counted && isTold(round.results.answers, counted) ? toldOf(counted).figures.mean : undefined
  const { value, ...more } = mean ?? {}
  return { surveyId: round.surveyId, isNewWording, ...(value === undefined ? {} : { mean: value, ...more }) }
}

/** The locked questions of a round; all it asked where its core is not known here. */
function coreOf(definition: SurveyDefinition): SurveyItem[] {
  const locked = lockedCores[definition.coreVersion ?? '']
  const items = itemsOf(definition)
  return locked ? items.filter(({ code }) => locked.some((one) => one.code === code)) : items
}

export default keeper(compareRounds, async (_, asked) => {
  const { db, orgId, person } = asked
  const rows = await db
    .selectFrom('survey')
    .select(['surveyId', 'closesAt', 'definition'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'closed')
    .where(sql<boolean>`definition ->> 'coreVersion' IS NOT NULL`)
    .orderBy('closesAt', 'desc')
    .orderBy('surveyId')
    .limit(mostRounds)
    .execute()
  const rounds: Round[] = []
  for (const { surveyId, closesAt } of rows.reverse()) {
    const results = await readResults(asked, surveyId)
    if (!(results instanceof Refusal) && closesAt) rounds.push({ surveyId, closesAt, results })
  }
  const last = rounds[rounds.length - 1]
  const core = last ? coreOf(last.results.answers.definition) : []
  return {
    rounds: rounds.map(({ surveyId, closesAt, results: { head } }) => ({
      surveyId,
      title: head.title,
      closedAt: formatInstant(closesAt.getTime(), person.zone),
      n: head.n,
      ...(head.responseRate === undefined ? {} : { responseRate: head.responseRate }),
    })),
    questions: core
      .filter(({ kind }) => kind === 'scale' || kind === 'csat' || kind === 'nps')
      .map(({ code, title }) => ({
        code,
        title,
        points: rounds.map((round, i) => pointOf(round, rounds.slice(0, i), code)),
      })),
  }
})
