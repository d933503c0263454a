import { newId } from '../../functions/secrets'
import type { GivenOrg } from './given'
import { givenSurvey, smallDefinition } from './given-survey'
import type { TestCloud } from './start-cloud'

/** What an institution asked its people; every text in it holds the institution's mark. */
export interface GivenSurveyIn {
  /** Closed, with twelve answers and their words. */
  surveyId: string
  draftSurveyId: string
  /** For whoever has every duty, who has not answered it yet. */
  openSurveyId: string
  /** Done, of the closed one, and suggested by the colleague. */
  surveyActionId: string
}

interface Given {
  mark: string
  personId: string
  colleagueId: string
}

/** The small definition with the mark in every text. */
function markedDefinition(mark: string): typeof smallDefinition {
  const marked = (key: string, value: unknown) =>
    typeof value === 'string' && ['title', 'text', 'intro', 'thanks'].includes(key) ? `${mark}${value}` : value
  return JSON.parse(JSON.stringify(smallDefinition, marked))
}

/** Gives it a draft, an open survey, a closed one with answers, and an action with voices. */
export async function givenSurveyIn(house: TestCloud, org: GivenOrg, given: Given): Promise<GivenSurveyIn> {
  const { db } = house.cloud
  const { orgId } = org
  const { mark, personId, colleagueId } = given
  const now = house.cloud.clock()
  const at = new Date(now)
  const own = { definition: markedDefinition(mark), createdBy: personId }
  const personIds = [personId, colleagueId]
  const answers = Array.from({ length: 12 }, (_, i) => ({
    q1: { option: 'o1' },
    q2: { number: 1 + (i % 5) },
    q4: { text: `${mark}意见${i}` },
  }))
  const closed = await givenSurvey(house, org, { ...own, status: 'closed', answers, personIds })
  const open = await givenSurvey(house, org, { ...own, personIds })
  const draft = await givenSurvey(house, org, { ...own, status: 'draft' })
  const surveyActionId = newId(now)
  await db
    .insertInto('surveyAction')
    .values({
      orgId,
      actionId: surveyActionId,
      need: `${mark}排队太久`,
      measure: `${mark}加开窗口`,
      reason: `${mark}结果`,
      status: 'done',
      ownerId: personId,
      dueOn: '2026-11-30',
      surveyId: closed.surveyId,
      item: 'q2',
      isSuggestion: true,
      suggestedBy: colleagueId,
      createdAt: at,
      changedAt: at,
      doneAt: at,
    })
    .execute()
  await db
    .insertInto('surveyVote')
    .values(personIds.map((one) => ({ orgId, actionId: surveyActionId, personId: one, vote: 'better' })))
    .execute()
  return {
    surveyId: closed.surveyId,
    draftSurveyId: draft.surveyId,
    openSurveyId: open.surveyId,
    surveyActionId,
  }
}
