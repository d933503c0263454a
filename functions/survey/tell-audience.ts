import { sql } from 'kysely'
import { dayOf, formatClock, formatDayLong, type Zone } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { Message } from '../tell'
import { tellEach } from '../tell-each'

/** The phone's list of surveys. */
const listPath = '/features/survey/surveys'

/** An open survey as far as people are told of it. */
export interface OpenSurvey {
  surveyId: string
  title: string
  isAnonymous: boolean
  closesAt: Date
}

type Occasion = 'opened' | 'reminder'
type Letter = OpenSurvey & { personId: string }

/** Who was invited to one of these, is still there, and has not answered it. */
async function readUnanswered(db: Db, orgId: number, surveys: readonly OpenSurvey[]): Promise<Letter[]> {
  const { rows } = await sql<{ surveyId: string; personId: string }>`
    SELECT i.survey_id, i.person_id FROM survey_invitation i
    JOIN person p ON p.org_id = i.org_id AND p.person_id = i.person_id AND p.status <> 'left'
    WHERE i.org_id = ${orgId} AND i.survey_id = ANY (${surveys.map(({ surveyId }) => surveyId)}::uuid[])
      AND NOT EXISTS (SELECT FROM survey_participation a
        WHERE a.org_id = i.org_id AND a.survey_id = i.survey_id AND a.person_id = i.person_id)`.execute(db)
  const bySurvey = new Map(surveys.map((survey) => [survey.surveyId, survey]))
  return rows.flatMap(({ surveyId, personId }) => {
    const survey = bySurvey.get(surveyId)
    return survey ? [{ ...survey, personId }] : []
  })
}

function letterWords(
  { title, isAnonymous, closesAt }: Letter,
  occasion: Occasion,
  until: (at: Date) => string,
): Message {
  const promise = isAnonymous ? '系统只记录谁填过，不记录谁填了什么。' : ''
  return occasion === 'opened'
    ? {
        title: `请填写问卷：${title}`,
        body: `${isAnonymous ? '匿名填写，' : ''}请在 ${until(closesAt)}前完成。${promise}`,
        path: listPath,
      }
    : {
        title: `还有一份问卷等您填写：${title}`,
        body: `问卷将在 ${until(closesAt)}结束，请抽空填写，您的意见很重要。${promise}`,
        path: listPath,
      }
}

/**
 * Tells those invited to open surveys of one institution who have not answered; gives how many letters that are. Whoever
 * would hear of more than five at once hears one sum. `now` in epoch ms.
 */
export async function tellAudience(
  db: Db,
  { orgId, now, zone }: { orgId: number; now: number; zone: Zone },
  surveys: readonly OpenSurvey[],
  occasion: Occasion,
): Promise<number> {
  const letters = await readUnanswered(db, orgId, surveys)
  // read on any later day: never 明天
  const until = (at: Date) => `${formatDayLong(dayOf(at.getTime(), zone))} ${formatClock(at.getTime(), zone)} `
  await tellEach(db, { orgId, now }, letters, {
    one: (letter) => letterWords(letter, occasion, until),
    sum: (own) => ({
      title: `有 ${own.length} 份问卷请您填写`,
      body: `最早的一份将在 ${until(new Date(Math.min(...own.map(({ closesAt }) => closesAt.getTime()))))}结束，请抽空填写。`,
      path: listPath,
    }),
  })
  return letters.length
}
