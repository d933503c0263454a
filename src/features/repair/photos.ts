import type { RefusalOf } from '../../../contract/procedure'
import type { Ticket } from '../../../contract/repair'
import { addPhoto, getPhoto } from '../../../contract/repair-requester'
import { call } from '../../call'
import { photoQueues } from '../../photo-queue'
import { photoNotes, photoSentences } from './sentences'

/** A photo chosen for a ticket, and what it shows: what was reported, or what was done. */
interface TicketPhoto {
  address: string
  stage: Ticket['photos'][number]['stage']
}

/** Photos of tickets on their way to the cloud. */
export const ticketPhotos = photoQueues<TicketPhoto>(async ({ recordId, photo, file, key }) => {
  const answer = await call(addPhoto, { ticketId: recordId, stage: photo.stage, ...file }, key)
  return 'value' in answer ? true : photoSentences[answer.refusal as RefusalOf<typeof addPhoto>]
})

/** One photo of a ticket, or why it does not come. */
export async function fetchPhoto(photoId: string): Promise<{ content: string } | { note: string }> {
  const answer = await call(getPhoto, { photoId })
  return 'value' in answer ? { content: answer.value.content } : { note: photoNotes[answer.refusal] }
}
