import { sql } from 'kysely'
import { listMySurveys } from '../../contract/survey-answering'
import { itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { formatInstant } from '../../contract/zone'
import { keeper } from '../keeper'

/** Results of surveys that closed so long ago are found in the console. */
const resultDays = 180
const secondsPerQuestion = 7
const leastForResults = 10

interface Row {
  surveyId: string
  title: string
  isAnonymous: boolean
  closesAt: Date
  definition: SurveyDefinition
  isOpen: boolean
  hasAnswered: boolean
  hasResults: boolean
}

export default keeper(listMySurveys, async (_, { db, orgId, now, person }) => {
  const at = new Date(now)
  const { rows } = await sql<Row>`
    SELECT * FROM (
      SELECT s.survey_id AS "surveyId", s.title, s.is_anonymous AS "isAnonymous", s.closes_at AS "closesAt", s.definition,
        s.status = 'published' AND s.opens_at <= ${at} AND s.closes_at > ${at} AS "isOpen",
        EXISTS (SELECT FROM survey_participation a WHERE a.org_id = s.org_id AND a.survey_id = s.survey_id
          AND a.person_id = i.person_id) AS "hasAnswered",
        s.is_open_to_staff AND (s.status = 'closed' OR s.results_when = 'tenAnswers')
          AND (SELECT count(*) FROM survey_response r WHERE r.org_id = s.org_id AND r.survey_id = s.survey_id)
            >= ${leastForResults} AS "hasResults"
      FROM survey_invitation i JOIN survey s ON s.org_id = i.org_id AND s.survey_id = i.survey_id
      WHERE i.org_id = ${orgId} AND i.person_id = ${person.personId} AND s.status <> 'draft'
        AND s.closes_at > ${new Date(now - resultDays * 86_400_000)}) mine
    WHERE "isOpen" OR "hasResults"
    ORDER BY "isOpen" AND NOT "hasAnswered" DESC, "isOpen" DESC, CASE WHEN "isOpen" THEN "closesAt" END, "closesAt" DESC
    LIMIT 50`.execute(db)
  return {
    items: rows.map(({ definition, closesAt, isOpen: _isOpen, ...survey }) => {
      const questions = itemsOf(definition).filter(({ kind }) => kind !== 'section').length
      return {
        ...survey,
        closesAt: formatInstant(closesAt.getTime(), person.zone),
        questions,
        minutes: Math.max(1, Math.round((questions * secondsPerQuestion) / 60)),
      }
    }),
  }
})
