import { createSurvey, type TemplateWord } from '../../contract/survey'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { findSurvey } from './survey-rows'
import { templateOf } from './templates'

const longestTitle = 60
const copyMark = '（副本）'

/** A title that tells a copy from what it was made of, within the length a title may have. */
function copiedTitle(title: string): string {
  if (title.endsWith(copyMark)) return title
  return [...title].slice(0, longestTitle - copyMark.length).join('') + copyMark
}

/** What a copy takes over: everything but its times, and what became of the other one. */
async function copied(asked: AskedByPerson, surveyId: string) {
  const from = await findSurvey(asked, surveyId)
  if (!from) return undefined
  const { template, audience, isAnonymous, resultsWhen, isOpenToStaff } = from
  const definition = from.definition as unknown as SurveyDefinition
  return {
    definition: { ...definition, title: copiedTitle(definition.title) },
    template,
    settings: { audience: JSON.stringify(audience), isAnonymous, resultsWhen, isOpenToStaff },
  }
}

function begun(template: TemplateWord, given: SurveyDefinition | undefined) {
  const definition = given ?? templateOf(template)
  // a file that was made from the core is a round of it, whatever it is brought in as
  return { definition, template: definition.coreVersion ? 'core' : template, settings: {} }
}

export default keeper(createSurvey, async ({ template, copyOf, definition: given }, asked) => {
  const { db, orgId, now, person } = asked
  const from = copyOf === undefined ? begun(template, given) : await copied(asked, copyOf)
  if (!from) return refuse('NO_SUCH_SURVEY')
  const surveyId = newId(now)
  const { title } = from.definition
  await db
    .insertInto('survey')
    .values({
      orgId,
      surveyId,
      title,
      template: from.template,
      definition: JSON.stringify(from.definition),
      ...from.settings,
      createdBy: person.personId,
      createdAt: new Date(now),
      changedAt: new Date(now),
    })
    .execute()
  asked.note({ surveyId, title, ...(copyOf === undefined ? {} : { copyOf }) })
  return { surveyId }
})
