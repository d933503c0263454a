import { sql } from 'kysely'
import type { SurveyBrief, SurveyStatus, TemplateWord } from '../../contract/survey'
import { formatInstant, type Zone } from '../../contract/zone'
import type { Db } from '../../database/connect'

type Place = { db: Db; orgId: number }

/** Surveys of an institution as those who run them see them in the list, with how many were invited and have answered. */
export function selectSurveys({ db, orgId }: Place) {
  return db
    .selectFrom('survey as s')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 's.orgId').onRef('p.personId', '=', 's.createdBy'))
    .select(['s.surveyId', 's.title', 's.status', 's.isAnonymous', 's.opensAt', 's.closesAt', 's.revision'])
    .select(['s.template', 's.changedAt', 'p.name as createdBy'])
    .select([
      sql<number>`(SELECT count(*)::integer FROM survey_invitation i
        WHERE i.org_id = s.org_id AND i.survey_id = s.survey_id)`.as('invited'),
      // whoever answered was invited; an answer on paper takes nobody's place (see 0021)
      sql<number>`(SELECT count(*)::integer FROM survey_participation a
        WHERE a.org_id = s.org_id AND a.survey_id = s.survey_id)`.as('answered'),
    ])
    .where('s.orgId', '=', orgId)
}

type SurveyRow = Awaited<ReturnType<ReturnType<typeof selectSurveys>['execute']>>[number]

/** A row as the wire has it; its instants in the institution's zone. */
export function surveyBriefOf(row: SurveyRow, zone: Zone): SurveyBrief {
  const { opensAt, closesAt, changedAt, ...plain } = row
  return {
    ...plain,
    status: row.status as SurveyStatus,
    template: row.template as TemplateWord,
    changedAt: formatInstant(changedAt.getTime(), zone),
    ...(opensAt ? { opensAt: formatInstant(opensAt.getTime(), zone) } : {}),
    ...(closesAt ? { closesAt: formatInstant(closesAt.getTime(), zone) } : {}),
  }
}

/** One survey with all of its columns. */
export function findSurvey({ db, orgId }: Place, surveyId: string) {
  return db
    .selectFrom('survey')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
}

/** One survey, held until the transaction ends. */
export function holdSurvey({ db, orgId }: Place, surveyId: string) {
  return db
    .selectFrom('survey')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Why a draft that was seen at a revision cannot be changed: it is not there, not a draft, or another revision. */
export function whyNotDraft(
  found: { status: string; revision: number } | undefined,
): 'NO_SUCH_SURVEY' | 'FROZEN' | 'CHANGED_MEANWHILE' {
  if (!found) return 'NO_SUCH_SURVEY'
  return found.status === 'draft' ? 'CHANGED_MEANWHILE' : 'FROZEN'
}
