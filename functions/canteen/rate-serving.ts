import { randomUUID } from 'node:crypto'
import { rateableDays } from '../../contract/canteen-meals'
import { rateServing } from '../../contract/canteen-ratings'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { readFeedbackSetting } from './feedback-clock'
import { showMyRating } from './my-ratings'
import { beginRating } from './state-of-rating'
import { tellOfUrgent } from './tell-of-rating'

/** A serving that is on a menu, with when its meal opens. */
function findServing({ db, orgId }: AskedByPerson, servingId: string) {
  return db
    .selectFrom('serving as s')
    .innerJoin('sitting as t', (on) => on.onRef('t.orgId', '=', 's.orgId').onRef('t.sittingId', '=', 's.sittingId'))
    .select(['s.servingId', 's.dishId', 's.canteenId', 's.day', 't.opensAt'])
    .where('s.orgId', '=', orgId)
    .where('s.servingId', '=', servingId)
    .where('s.removedAt', 'is', null)
    .where('t.removedAt', 'is', null)
    .executeTakeFirst()
}

/** The asker's own rating that was there already, held; it may have been taken back. */
async function readEarlier({ db, orgId, person }: AskedByPerson, servingId: string) {
  return db
    .selectFrom('rating')
    .select('ratingId')
    .where('orgId', '=', orgId)
    .where('servingId', '=', servingId)
    .where('personId', '=', person.personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

export default keeper(rateServing, async ({ servingId, ...opinion }, asked) => {
  const { db, orgId, now, person } = asked
  const serving = await findServing(asked, servingId)
  if (!serving) return refuse('NO_SUCH_SERVING')
  const { opensAt, ...where } = serving
  if (now < opensAt.getTime()) return refuse('NOT_YET_SERVED')
  if (now > opensAt.getTime() + rateableDays * 86_400_000) return refuse('TOO_LATE')
  const setting = await readFeedbackSetting(db, orgId)
  const begun = await beginRating(asked, { ...where, ...opinion }, setting)
  const rating = { ...opinion, ...begun, ratedAt: new Date(now) }
  const made = await db
    .insertInto('rating')
    // of no order in time: the log of who asked when must not tell whose it is
    .values({ orgId, ratingId: randomUUID(), personId: person.personId, ...where, ...rating })
    .onConflict((conflict) => conflict.constraint('rating_once').doNothing())
    .returning('ratingId')
    .executeTakeFirst()
  const ratingId = made?.ratingId ?? (await readEarlier(asked, servingId)).ratingId
  if (!made) {
    const again = { ...rating, editedAt: null, withdrawnAt: null }
    const revived = await db
      .updateTable('rating')
      .set((is) => ({ ...again, revision: is('revision', '+', 1) }))
      .where('orgId', '=', orgId)
      .where('ratingId', '=', ratingId)
      .where('withdrawnAt', 'is not', null)
      .returning('ratingId')
      .executeTakeFirst()
    if (!revived) return refuse('RATED_ALREADY', { ratingId })
  }
  if (begun.isUrgent) await tellOfUrgent(asked, { ratingId, ...where, ...rating }, setting)
  asked.note({})
  return (await showMyRating(asked, ratingId)) ?? refuse('NO_SUCH_SERVING')
})
