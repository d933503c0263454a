import { editRating } from '../../contract/canteen-ratings'
import { keeper, refuse } from '../keeper'
import { readFeedbackSetting } from './feedback-clock'
import { holdMyRating, mayEdit } from './hold-rating'
import { showMyRating } from './my-ratings'
import { readPhotoIds, readThreads } from './rating-parts'
import { editedClock } from './state-of-rating'
import { tellOfUrgent } from './tell-of-rating'

export default keeper(editRating, async ({ ratingId, ...opinion }, asked) => {
  const { db, orgId, now } = asked
  const row = await holdMyRating(asked, ratingId)
  if (!row) return refuse('NO_SUCH_RATING')
  if (!mayEdit(row, now)) return refuse('TOO_LATE')
  const photos = (await readPhotoIds(asked, [ratingId])).get(ratingId)?.length ?? 0
  const thread = (await readThreads(asked, [ratingId])).get(ratingId) ?? []
  const said = thread.filter(({ side }) => side === 'diner').map(({ words }) => words)
  const setting = await readFeedbackSetting(db, orgId)
  const clock = await editedClock(asked, row, opinion, setting, { photos, said })
  const isToShow = opinion.words !== '' || photos > 0 || said.length > 0
  const isChanged = opinion.words !== row.words
  await db
    .updateTable('rating')
    .set({
      ...opinion,
      ...clock,
      editedAt: new Date(now),
      ...(isChanged
        ? { revision: row.revision + 1, moderation: isToShow ? 'pending' : 'none', moderatedBy: null }
        : {}),
    })
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .execute()
  if (clock.isUrgent && !row.isUrgent) await tellOfUrgent(asked, { ...row, ...opinion }, setting)
  asked.note({})
  return (await showMyRating(asked, ratingId)) ?? refuse('NO_SUCH_RATING')
})
