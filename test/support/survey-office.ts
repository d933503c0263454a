import type { InputOf } from '../../contract/procedure'
import { createSurvey, publishSurvey, saveSurvey } from '../../contract/survey'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { at, done, type Who } from './repair-house'
import type { TestCloud } from './start-cloud'

type Definition = InputOf<typeof saveSurvey>['definition']
type Item = Definition['pages'][number]['items'][number]
export type Settings = Partial<Omit<InputOf<typeof saveSurvey>, 'surveyId' | 'revision'>>

/** A question of satisfaction that offers 不了解. */
export const satisfaction: Item = {
  code: 'q1',
  kind: 'csat',
  title: '您对食堂满意吗？',
  hasDontKnow: true,
  isRequired: true,
}

/** A questionnaire without faults. */
export function questionnaire(title = '食堂满意度调查', items: Item[] = [satisfaction]): Definition {
  return { version: 1, title, pages: [{ items }] }
}

/** An institution with a surveyor and three more people, at a clock time in Shanghai. */
export async function givenSurveyOffice(house: TestCloud, clock: string) {
  house.setNow(at(clock))
  const org: GivenOrg = await givenOrg(house)
  return {
    org,
    surveyor: await signedInAs(house, org, ['surveyor'], { name: '吴调查' }),
    second: await signedInAs(house, org, ['manager'], { name: '郑主任' }),
    answerer: await signedInAs(house, org, [], { name: '王芳' }),
    silent: await signedInAs(house, org, [], { name: '李强' }),
  }
}
export type SurveyOffice = Awaited<ReturnType<typeof givenSurveyOffice>>

/** A draft with these settings; it is at revision 2. */
export async function drafted(house: TestCloud, { surveyor }: Pick<SurveyOffice, 'surveyor'>, settings: Settings = {}) {
  const { surveyId } = await done(house, createSurvey, {}, surveyor)
  const definition = settings.definition ?? questionnaire()
  const { revision } = await done(house, saveSurvey, { surveyId, revision: 1, ...settings, definition }, surveyor)
  return { surveyId, revision }
}

/** A published survey with these settings. */
export async function published(house: TestCloud, office: Pick<SurveyOffice, 'surveyor'>, settings: Settings = {}) {
  const draft = await drafted(house, office, settings)
  return { ...draft, ...(await done(house, publishSurvey, draft, office.surveyor)) }
}

/** Somebody has taken part. */
export async function givenParticipation(
  house: TestCloud,
  orgId: number,
  surveyId: string,
  { personId }: Pick<Who, 'personId'>,
) {
  await house.cloud.db.insertInto('surveyParticipation').values({ orgId, surveyId, personId }).execute()
}

/** Titles of the notices of somebody, oldest first. */
export async function titlesOf(house: TestCloud, { personId }: Pick<Who, 'personId'>): Promise<string[]> {
  const { rows } = await house.cloud.pool.query(
    'SELECT title FROM notice WHERE person_id = $1 ORDER BY created_at, title',
    [personId],
  )
  return rows.map(({ title }) => title)
}
