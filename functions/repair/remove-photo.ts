import { isOpen } from '../../contract/repair-lifecycle'
import { removePhoto } from '../../contract/repair-requester'
import { keeper, refuse } from '../keeper'
import { holdTicket, mayRead, record, statusOf } from './hold-ticket'

export default keeper(removePhoto, async ({ photoId }, asked) => {
  const { db, orgId, person } = asked
  const photo = await db
    .selectFrom('ticketPhoto')
    .select(['ticketId', 'stage', 'byId'])
    .where('orgId', '=', orgId)
    .where('photoId', '=', photoId)
    .executeTakeFirst()
  const held = photo && (await holdTicket(asked, photo.ticketId))
  if (!held || !mayRead(held.row, held.events, asked)) return refuse('NO_SUCH_PHOTO')
  const { row } = held
  if (photo.byId !== person.personId) return refuse('NOT_YOURS')
  if (!isOpen(statusOf(row))) return refuse('TICKET_CLOSED', { status: row.status })
  const removed = await db
    .deleteFrom('ticketPhoto')
    .where('orgId', '=', orgId)
    .where('photoId', '=', photoId)
    .returning('photoId')
    .executeTakeFirst()
  // taken back in another window while the ticket was waited for
  if (!removed) return refuse('NO_SUCH_PHOTO')
  await record(asked, held, { kind: 'photographed', data: { stage: photo.stage, photoId, isRemoved: true } })
  asked.note({ ticketId: row.ticketId, photoId, isRemoved: true })
  return { photoId }
})
