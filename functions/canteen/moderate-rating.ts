import { moderateRating } from '../../contract/canteen-feedback'
import { keeper, refuse } from '../keeper'
import { holdRating } from './hold-rating'

export default keeper(moderateRating, async ({ ratingId, revision, verdict }, asked) => {
  const row = await holdRating(asked, ratingId)
  if (!row) return refuse('NO_SUCH_RATING')
  if (row.moderation === 'none' || row.revision !== revision) return refuse('NOTHING_TO_MODERATE')
  await asked.db
    .updateTable('rating')
    .set({ moderation: verdict, moderatedBy: asked.person.personId })
    .where('orgId', '=', asked.orgId)
    .where('ratingId', '=', ratingId)
    .execute()
  asked.note({ ratingId, verdict })
  return { ratingId, moderation: verdict }
})
