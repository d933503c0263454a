import { mostPhotos } from '../../contract/repair'
import { isDesk, isOpen } from '../../contract/repair-lifecycle'
import type { PhotoPolicy } from '../../contract/repair-places'
import type { AskedByPerson } from '../keeper'
import { type Held, statusOf } from './hold-ticket'

export const photoStages = ['report', 'finish'] as const
export type PhotoStage = (typeof photoStages)[number]

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'person'>

/** What the place of a ticket allows; one that stands in no list allows photos. */
export async function photoPolicyOf({ db, orgId }: By, { row }: Pick<Held, 'row'>): Promise<PhotoPolicy> {
  if (!row.placeId) return 'allowed'
  const place = await db
    .selectFrom('place')
    .select('photoPolicy')
    .where('orgId', '=', orgId)
    .where('placeId', '=', row.placeId)
    .executeTakeFirstOrThrow()
  return place.photoPolicy as PhotoPolicy
}

/**
 * Why somebody may not attach one more photo at a stage, or undefined when they may. The reporter shows what is wrong
 * while the ticket is open; those who have it, and the desk, also how it was done, until that is confirmed.
 */
export function photoProblem(
  { row, roles }: Pick<Held, 'row' | 'roles'>,
  { person }: Pick<By, 'person'>,
  at: { stage: PhotoStage; policy: PhotoPolicy; photos: readonly { stage: string; cycle: number }[] },
): 'NOT_YOURS' | 'TICKET_CLOSED' | 'PHOTOS_FORBIDDEN' | 'TOO_MANY_PHOTOS' | undefined {
  const { stage, policy, photos } = at
  const { personId, duties } = person
  const handles = isDesk(duties) || [row.assigneeId, row.accountableId, row.doerId].includes(personId)
  const isReporter = stage === 'report' && roles.includes('requester')
  if (!handles && !isReporter) return 'NOT_YOURS'
  if (!isOpen(statusOf(row)) && !(stage === 'finish' && row.status === 'done')) return 'TICKET_CLOSED'
  if (policy === 'forbidden' || (policy === 'textOnly' && !handles)) return 'PHOTOS_FORBIDDEN'
  const there = photos.filter((photo) => photo.stage === stage && photo.cycle === row.cycle)
  return there.length >= mostPhotos ? 'TOO_MANY_PHOTOS' : undefined
}
