import { sql } from 'kysely'
import { getParticipation } from '../../contract/survey-results'
import { keeper, refuse } from '../keeper'
import { isFew, leastShown } from './protect-counts'

interface Department {
  name: string
  invited: number
  answered: number
}

const sum = (of: readonly Department[], what: 'invited' | 'answered') => of.reduce((all, row) => all + row[what], 0)

/** Those that hide how many answered: where they are few, or all but few, and beside one alone the smallest other. */
function hidesOf(departments: readonly Department[]): Set<Department> {
  const hides = departments.filter(({ invited, answered }) => isFew(answered) || isFew(invited - answered))
  const others = departments.filter((one) => !hides.includes(one)).sort((a, b) => a.invited - b.invited)
  return new Set(hides.length === 1 ? [...hides, ...others.slice(0, 1)] : hides)
}

/** Small departments together, and with the smallest of the others when they would be told of by the difference. */
function toldTogether(rows: readonly Department[]): Department[] {
  const small = rows.filter(({ invited }) => isFew(invited))
  if (small.length === 0) return [...rows]
  const large = rows.filter(({ invited }) => !isFew(invited)).sort((a, b) => b.invited - a.invited)
  const isAlone = small.length === 1 || sum(small, 'invited') < leastShown
  const together = isAlone ? [...small, ...large.splice(-1)] : small
  const rest = { name: '人数较少的部门合计', invited: sum(together, 'invited'), answered: sum(together, 'answered') }
  return [...rows.filter((row) => large.includes(row)), rest]
}

export default keeper(getParticipation, async ({ surveyId }, { db, orgId }) => {
  const survey = await db
    .selectFrom('survey')
    .select('status')
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
  if (!survey || survey.status === 'draft') return refuse('NO_SUCH_SURVEY')
  const { rows } = await sql<Department>`
    SELECT d.name, count(*)::integer AS invited, count(a.person_id)::integer AS answered
    FROM survey_invitation i
    JOIN person p ON p.org_id = i.org_id AND p.person_id = i.person_id
    JOIN department d ON d.org_id = p.org_id AND d.department_id = p.department_id
    LEFT JOIN survey_participation a ON a.org_id = i.org_id AND a.survey_id = i.survey_id AND a.person_id = i.person_id
    WHERE i.org_id = ${orgId} AND i.survey_id = ${surveyId}
    GROUP BY d.department_id, d.name ORDER BY d.name, d.department_id`.execute(db)
  const departments = toldTogether(rows)
  const hides = hidesOf(departments)
  return {
    invited: sum(rows, 'invited'),
    answered: sum(rows, 'answered'),
    departments: departments.map((one) => (hides.has(one) ? { name: one.name, invited: one.invited } : one)),
  }
})
