import { randomUUID } from 'node:crypto'
import { addRatingPhoto, mostRatingPhotos } from '../../contract/canteen-ratings'
import { fileProblem, readPicture } from '../documents/read-picture'
import { keeper, refuse } from '../keeper'
import { readFeedbackSetting, startClock } from './feedback-clock'
import { holdMyRating, mayEdit } from './hold-rating'
import { readPhotoIds } from './rating-parts'
import { ownerOf } from './state-of-rating'

export default keeper(addRatingPhoto, async ({ ratingId, fileName, content }, asked) => {
  const { db, orgId, now } = asked
  const bytes = Buffer.from(content, 'base64')
  const wrong = fileProblem(fileName, bytes)
  if (wrong) return refuse(wrong)
  // held while the picture is made, so that three at once stay three
  const row = await holdMyRating(asked, ratingId)
  if (!row) return refuse('NO_SUCH_RATING')
  if (!mayEdit(row, now)) return refuse('TOO_LATE')
  const photos = (await readPhotoIds(asked, [ratingId])).get(ratingId) ?? []
  if (photos.length >= mostRatingPhotos) return refuse('TOO_MANY_PHOTOS')
  const webp = await readPicture(asked.cloud, bytes)
  if (!Buffer.isBuffer(webp)) return webp
  // of no order in time, as the rating's own id
  const photoId = randomUUID()
  await db
    .insertInto('ratingPhoto')
    .values({ orgId, photoId, ratingId, at: new Date(now), webp })
    .execute()
  const setting = await readFeedbackSetting(db, orgId)
  const isAsked = row.askedAt === null
  await db
    .updateTable('rating')
    .set({
      moderation: 'pending',
      moderatedBy: null,
      revision: row.revision + 1,
      ...(isAsked
        ? { ownerId: await ownerOf(asked, row.canteenId, setting, row.isUrgent), ...startClock(setting, now) }
        : {}),
    })
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .execute()
  asked.note({})
  return { photoId }
})
