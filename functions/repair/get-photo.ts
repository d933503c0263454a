import { getPhoto } from '../../contract/repair-requester'
import { keeper, refuse } from '../keeper'
import { mayRead } from './hold-ticket'
import { seeTicket } from './see-ticket'

export default keeper(getPhoto, async ({ photoId }, asked) => {
  const photo = await asked.db
    .selectFrom('ticketPhoto')
    .select(['ticketId', 'webp'])
    .where('orgId', '=', asked.orgId)
    .where('photoId', '=', photoId)
    .executeTakeFirst()
  const seen = photo && (await seeTicket(asked, photo.ticketId))
  // seeing how a ticket stands is not enough
  if (!seen || !mayRead(seen.row, seen.events, asked)) return refuse('NO_SUCH_PHOTO')
  return { photoId, content: photo.webp.toString('base64') }
})
