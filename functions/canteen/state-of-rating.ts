import type { AskedByPerson } from '../keeper'
import { type FeedbackSetting, noClock, startClock } from './feedback-clock'
import type { RatingRow } from './hold-rating'
import { isUrgent, type Opinion, wantsAnswer } from './judge-rating'

/** Who answers a new question: the duty manager when it is urgent, else whoever answers for the canteen. */
export async function ownerOf(
  { db, orgId }: AskedByPerson,
  canteenId: string,
  { dutyManagerId }: FeedbackSetting,
  urgent: boolean,
): Promise<string | null> {
  if (urgent && dutyManagerId) return dutyManagerId
  const owner = await db
    .selectFrom('canteen as c')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'c.orgId').onRef('p.personId', '=', 'c.ownerId'))
    .select('p.personId')
    .where('c.orgId', '=', orgId)
    .where('c.canteenId', '=', canteenId)
    .where('p.status', '<>', 'left')
    .executeTakeFirst()
  return owner?.personId ?? null
}

/** What a rating that was just given, or given again, begins as. `now` in epoch ms. */
export async function beginRating(
  asked: AskedByPerson,
  { canteenId, ...opinion }: Opinion & { canteenId: string },
  setting: FeedbackSetting,
) {
  const urgent = isUrgent(opinion, setting.hygieneWords)
  const isAsked = wantsAnswer(opinion, setting.hygieneWords, 0)
  return {
    isUrgent: urgent,
    moderation: opinion.words === '' ? 'none' : 'pending',
    moderatedBy: null,
    ownerId: isAsked ? await ownerOf(asked, canteenId, setting, urgent) : null,
    ...(isAsked ? startClock(setting, asked.now) : noClock),
  }
}

/**
 * What an edit makes of a held rating's clock. What now wants an answer and did not is asked now; what does so no longer
 * waits for none; other words, or what became urgent, after an answer is asked anew. Else the clock runs on. `said` is
 * what the diner wrote below it.
 */
export async function editedClock(
  asked: AskedByPerson,
  row: RatingRow,
  opinion: Opinion,
  setting: FeedbackSetting,
  { photos, said }: { photos: number; said: readonly string[] },
) {
  const all = { ...opinion, words: [opinion.words, ...said].filter((words) => words !== '').join('\n') }
  const urgent = isUrgent(all, setting.hygieneWords)
  const wants = wantsAnswer(all, setting.hygieneWords, photos)
  const becameUrgent = urgent && !row.isUrgent
  const saysMore = becameUrgent || (opinion.words !== row.words && opinion.words !== '')
  const isAsked = wants && (row.askedAt === null || (row.answeredAt !== null && saysMore))
  if (!wants && row.askedAt !== null && row.answeredAt === null) return { isUrgent: urgent, ownerId: null, ...noClock }
  const ownerId =
    becameUrgent || (isAsked && row.ownerId === null)
      ? await ownerOf(asked, row.canteenId, setting, urgent)
      : row.ownerId
  return { isUrgent: urgent, ownerId, ...(isAsked ? startClock(setting, asked.now) : {}) }
}
