import { getRatingPhoto } from '../../contract/canteen-ratings'
import { keeper, refuse } from '../keeper'

/** Those who answer and those who moderate see what others do not yet. */
const mayLook = ['kitchen', 'manager', 'admin'] as const

export default keeper(getRatingPhoto, async ({ photoId }, { db, orgId, person }) => {
  const photo = await db
    .selectFrom('ratingPhoto as p')
    .innerJoin('rating as r', (on) => on.onRef('r.orgId', '=', 'p.orgId').onRef('r.ratingId', '=', 'p.ratingId'))
    .select(['p.webp', 'r.personId', 'r.moderation'])
    .where('p.orgId', '=', orgId)
    .where('p.photoId', '=', photoId)
    .where('r.withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (!photo) return refuse('NO_SUCH_PHOTO')
  const isTheirs = photo.personId === person.personId || mayLook.some((duty) => person.duties.has(duty))
  if (!isTheirs && photo.moderation !== 'passed') return refuse('NO_SUCH_PHOTO')
  return { photoId, content: photo.webp.toString('base64') }
})
