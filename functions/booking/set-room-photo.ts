import { randomUUID } from 'node:crypto'
import { setRoomPhoto } from '../../contract/booking-rooms'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { touchDirectory } from '../touch-directory'

const mostBytes = 5 * 1024 * 1024

export default keeper(setRoomPhoto, async ({ roomId, content }, asked) => {
  const { db, orgId } = asked
  asked.note({ roomId, isRemoved: content === '' })
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > mostBytes) return refuse('NOT_A_PICTURE')
  const webp = content === '' ? undefined : await documentsOf(asked.cloud).reencodePicture(bytes)
  if (content !== '' && !webp) return refuse('NOT_A_PICTURE')
  const known = await db
    .selectFrom('room')
    .select('roomId')
    .where('orgId', '=', orgId)
    .where('roomId', '=', roomId)
    .executeTakeFirst()
  if (!known) return refuse('NO_SUCH_ROOM')
  await db.updateTable('room').set({ photoId: null }).where('orgId', '=', orgId).where('roomId', '=', roomId).execute()
  await db.deleteFrom('roomPhoto').where('orgId', '=', orgId).where('roomId', '=', roomId).execute()
  let photo = ''
  if (webp) {
    // the address is all that protects the picture, so its id is fully random
    const photoId = randomUUID()
    await db.insertInto('roomPhoto').values({ orgId, photoId, roomId, webp }).execute()
    await db.updateTable('room').set({ photoId }).where('orgId', '=', orgId).where('roomId', '=', roomId).execute()
    photo = `/photo/${photoId}`
  }
  await touchDirectory(db, orgId)
  return { roomId, photo }
})
