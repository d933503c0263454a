import { withdrawRating } from '../../contract/canteen-ratings'
import { keeper, refuse } from '../keeper'
import { noClock } from './feedback-clock'
import { holdMyRating, mayEdit } from './hold-rating'

export default keeper(withdrawRating, async ({ ratingId }, asked) => {
  const { db, orgId, now } = asked
  const row = await holdMyRating(asked, ratingId)
  if (!row) return refuse('NO_SUCH_RATING')
  if (!mayEdit(row, now)) return refuse('TOO_LATE')
  // the row stays for its key, so that it can be given again; everything that was written goes
  await db
    .updateTable('rating')
    .set({
      ...noClock,
      words: '',
      chips: [],
      moderation: 'none',
      moderatedBy: null,
      ownerId: null,
      isUrgent: false,
      withdrawnAt: new Date(now),
    })
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .execute()
  for (const table of ['ratingPhoto', 'ratingMessage'] as const)
    await db.deleteFrom(table).where('orgId', '=', orgId).where('ratingId', '=', ratingId).execute()
  asked.note({})
  return { ratingId }
})
