import { addPhoto } from '../../contract/repair-requester'
import { fileProblem, readPicture } from '../documents/read-picture'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { holdTicket, record } from './hold-ticket'
import { photoPolicyOf, photoProblem } from './may-photograph'
import { eyesOn } from './see-ticket'
import { readPhotos } from './ticket-parts'

export default keeper(addPhoto, async ({ ticketId, stage, fileName, content }, asked) => {
  const { db, orgId, now, person } = asked
  const bytes = Buffer.from(content, 'base64')
  const wrong = fileProblem(fileName, bytes)
  if (wrong) return refuse(wrong)
  // held while the picture is made, so that six at once stay six
  const held = await holdTicket(asked, ticketId)
  if (!held || !(await eyesOn(asked, held))) return refuse('NO_SUCH_TICKET')
  const policy = await photoPolicyOf(asked, held)
  const photos = await readPhotos(asked, ticketId)
  const problem = photoProblem(held, asked, { stage, policy, photos })
  if (problem) return refuse(problem)
  const webp = await readPicture(asked.cloud, bytes)
  if (!Buffer.isBuffer(webp)) return webp
  const photoId = newId(now)
  const { cycle } = held.row
  await db
    .insertInto('ticketPhoto')
    .values({ orgId, photoId, ticketId, cycle, stage, byId: person.personId, at: new Date(now), webp })
    .execute()
  await record(asked, held, { kind: 'photographed', data: { stage, photoId } })
  asked.note({ ticketId, photoId, stage })
  return { photoId }
})
