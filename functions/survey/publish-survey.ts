import { type Audience, publishSurvey } from '../../contract/survey'
import { findingsOf } from '../../contract/survey-check'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { inviteAudience } from './audience'
import { holdSurvey, whyNotDraft } from './survey-rows'
import { tellAudience } from './tell-audience'

/** How long a survey is open unless its draft says until when. */
const usualMs = 7 * 24 * 3_600_000

export default keeper(publishSurvey, async ({ surveyId, revision }, asked) => {
  const { db, orgId, now, person } = asked
  const draft = await holdSurvey(asked, surveyId)
  if (draft?.status !== 'draft' || draft.revision !== revision) return refuse(whyNotDraft(draft))
  const findings = findingsOf(draft.definition as unknown as SurveyDefinition).filter(({ level }) => level === 'error')
  if (findings.length > 0) return refuse('HAS_ERRORS', { findings })
  const opensAt = new Date(Math.max(now, draft.opensAt?.getTime() ?? now))
  const closesAt = draft.closesAt ?? new Date(opensAt.getTime() + usualMs)
  if (closesAt <= opensAt) return refuse('CLOSES_TOO_EARLY')

  const { zone } = person
  const invited = await inviteAudience(surveyId, draft.audience as unknown as Audience, { db, orgId, now, zone })
  if (invited === 0) return refuse('NOBODY_INVITED')
  const at = new Date(now)
  // those invited to one that opens later are told then (announce-surveys.ts)
  const isAnnounced = opensAt <= at
  await db
    .updateTable('survey')
    .set({ status: 'published', opensAt, closesAt, publishedAt: at, changedAt: at, isAnnounced })
    .where('orgId', '=', orgId)
    .where('surveyId', '=', surveyId)
    .execute()
  if (isAnnounced) await tellAudience(db, { orgId, now, zone }, [{ ...draft, closesAt }], 'opened')
  asked.note({ surveyId, title: draft.title, isAnonymous: draft.isAnonymous, invited })
  return {
    invited,
    opensAt: formatInstant(opensAt.getTime(), zone),
    closesAt: formatInstant(closesAt.getTime(), zone),
  }
})
