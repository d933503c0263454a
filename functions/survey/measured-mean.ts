import { sql } from 'kysely'
import { itemsOf, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'
import type { AskedByPerson } from '../keeper'
import type { findSurvey } from './survey-rows'

type SurveyRow = NonNullable<Awaited<ReturnType<typeof findSurvey>>>

/** Kinds whose answer is a number. */
const measuring: readonly string[] = ['scale', 'csat', 'nps', 'number']

/** The question of a survey that answers in numbers; undefined where it asked no such question. */
export function measuringQuestion({ definition }: SurveyRow, item: string): SurveyItem | undefined {
  return itemsOf(definition as unknown as SurveyDefinition).find(
    ({ code, kind }) => code === item && measuring.includes(kind),
  )
}

/**
 * How many gave a number to a question of a closed survey, 不了解 being none, and their mean to a tenth. Nobody, where it is not
 * closed yet or its anonymous answers are not in their last place: a mean of a part of them would tell of the rest.
 */
export async function measuredMean(
  { db, orgId }: AskedByPerson,
  { surveyId, status, isAnonymous, isSettled }: SurveyRow,
  item: string,
): Promise<{ n: number; mean: number }> {
  if (status !== 'closed' || (isAnonymous && !isSettled)) return { n: 0, mean: 0 }
  const { rows } = await sql<{ n: number; mean: number }>`
    SELECT count(*)::integer AS n, coalesce(round(avg(given.number)::numeric, 1), 0)::double precision AS mean
    FROM survey_response r, LATERAL (SELECT (r.answers -> ${item}::text ->> 'number')::double precision AS number) given
    WHERE r.org_id = ${orgId} AND r.survey_id = ${surveyId} AND given.number IS NOT NULL`.execute(db)
  return rows[0] ?? { n: 0, mean: 0 }
}

/** Whether two surveys asked the same in the same words and on the same scale; other words measure something else. */
export function isSameQuestion(a: SurveyItem, b: SurveyItem): boolean {
  if (a.kind !== b.kind || a.title !== b.title) return false
  return a.kind !== 'scale' || b.kind !== 'scale' || (a.from === b.from && a.to === b.to)
}
