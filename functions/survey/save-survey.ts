import { sql } from 'kysely'
import { saveSurvey } from '../../contract/survey'
import { findingsOf } from '../../contract/survey-check'
import { keeper, refuse } from '../keeper'
import { isKnownAudience } from './audience-words'
import { findSurvey, whyNotDraft } from './survey-rows'

/** An instant off the wire, or nothing. */
const dateOf = (instant: string | undefined) => (instant === undefined ? null : new Date(instant))

export default keeper(saveSurvey, async ({ surveyId, revision, definition, ...settings }, asked) => {
  const { db, orgId, now } = asked
  const { audience, isAnonymous, resultsWhen, isOpenToStaff, opensAt, closesAt } = settings
  if (!(await isKnownAudience(asked, audience))) return refuse('NO_SUCH_AUDIENCE')
  // the statement decides: of two who save what they read at one revision the second is refused
  const saved = await db
    .updateTable('survey')
    .set({
      title: definition.title,
      definition: JSON.stringify(definition),
      audience: JSON.stringify(audience),
      isAnonymous,
      resultsWhen,
      isOpenToStaff,
      opensAt: dateOf(opensAt),
      closesAt: dateOf(closesAt),
      changedAt: new Date(now),
      revision: sql`revision + 1`,
    })
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .where('status', '=', 'draft')
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  if (!saved) return refuse(whyNotDraft(await findSurvey(asked, surveyId)))
  asked.note({ surveyId, title: definition.title, revision: saved.revision })
  return { revision: saved.revision, findings: findingsOf(definition) }
})
