import { replyRating } from '../../contract/canteen-ratings'
import { formatInstant } from '../../contract/zone'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { minutesTaken, readFeedbackSetting, startClock } from './feedback-clock'
import { holdRating, type RatingRow } from './hold-rating'
import { isUrgent } from './judge-rating'
import { messageOf } from './rating-parts'
import { ownerOf } from './state-of-rating'
import { tellAuthor, tellOfUrgent, tellOwner } from './tell-of-rating'

async function writeMessage(asked: AskedByPerson, ratingId: string, side: 'kitchen' | 'diner', words: string) {
  const { db, orgId, now, person } = asked
  const { last } = await db
    .selectFrom('ratingMessage')
    .select((is) => is.fn.coalesce(is.fn.max('messageNumber'), is.lit(0)).as('last'))
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .executeTakeFirstOrThrow()
  const message = { ratingId, messageNumber: Number(last) + 1, at: new Date(now), byId: person.personId, side, words }
  await db
    .insertInto('ratingMessage')
    .values({ orgId, ...message })
    .execute()
  return message
}

function change({ db, orgId }: AskedByPerson, ratingId: string) {
  return db.updateTable('rating').where('orgId', '=', orgId).where('ratingId', '=', ratingId)
}

/** The kitchen has answered: the clock stands, and how long it ran is kept for reports. */
async function answerQuestion(asked: AskedByPerson, { ratingId, askedAt, dueAt, answeredAt }: RatingRow, n: number) {
  if (!askedAt || !dueAt || answeredAt) return
  const { db, orgId, now } = asked
  const setting = await readFeedbackSetting(db, orgId)
  const serviceMinutes = minutesTaken(setting, askedAt.getTime(), now)
  await db
    .insertInto('ratingAnswer')
    .values({ orgId, ratingId, messageNumber: n, askedAt, dueAt, answeredAt: new Date(now), serviceMinutes })
    .execute()
  await change(asked, ratingId)
    .set({ answeredAt: new Date(now), nextDueAt: null })
    .execute()
}

/** The diner has written again: others see nothing of it until it was looked at; an answered clock begins anew. */
async function askAgain(asked: AskedByPerson, row: RatingRow, words: string): Promise<void> {
  const setting = await readFeedbackSetting(asked.db, asked.orgId)
  const becameUrgent = !row.isUrgent && isUrgent({ stars: row.stars, chips: [], words }, setting.hygieneWords)
  const isAsked = row.askedAt === null || row.answeredAt !== null
  const ownerId =
    becameUrgent || row.ownerId === null
      ? await ownerOf(asked, row.canteenId, setting, row.isUrgent || becameUrgent)
      : row.ownerId
  await change(asked, row.ratingId)
    .set({
      moderation: 'pending',
      moderatedBy: null,
      revision: row.revision + 1,
      isUrgent: row.isUrgent || becameUrgent,
      ownerId,
      ...(isAsked ? startClock(setting, asked.now) : {}),
    })
    .execute()
  if (becameUrgent) await tellOfUrgent(asked, row, setting)
  else await tellOwner(asked, { ...row, ownerId })
}

export default keeper(replyRating, async ({ ratingId, words }, asked) => {
  const { person } = asked
  const row = await holdRating(asked, ratingId)
  // who wrote it is its diner, whatever their duties: nobody answers themselves
  const isDiner = row?.personId === person.personId
  const isKitchen = person.duties.has('kitchen') || person.duties.has('manager')
  if (!row || !(isDiner || isKitchen)) return refuse('NO_SUCH_RATING')
  const message = await writeMessage(asked, ratingId, isDiner ? 'diner' : 'kitchen', words)
  if (isDiner) {
    await askAgain(asked, row, words)
    asked.note({})
  } else {
    await answerQuestion(asked, row, message.messageNumber)
    await tellAuthor(asked, ratingId, { title: '食堂回复了您的评价', body: (dish) => `“${dish}”：${words}` })
    asked.note({ ratingId })
  }
  return messageOf(message, person.personId, ({ at }) => formatInstant(at.getTime(), person.zone))
})
