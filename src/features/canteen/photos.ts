import { addRatingPhoto, getRatingPhoto } from '../../../contract/canteen-ratings'
import type { RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { photoQueues } from '../../photo-queue'
import { photoNotes, photoSentences } from './sentences'

/** Photos of ratings on their way to the cloud. */
export const ratingPhotos = photoQueues<{ address: string }>(async ({ recordId, file, key }) => {
  const answer = await call(addRatingPhoto, { ratingId: recordId, ...file }, key)
  return 'value' in answer ? true : photoSentences[answer.refusal as RefusalOf<typeof addRatingPhoto>]
})

/** One photo of a rating, or why it does not come. */
export async function fetchPhoto(photoId: string): Promise<{ content: string } | { note: string }> {
  const answer = await call(getRatingPhoto, { photoId })
  return 'value' in answer ? { content: answer.value.content } : { note: photoNotes[answer.refusal] }
}
