import type { Selectable } from 'kysely'
import type { Rating } from '../../database/types'
import type { AskedByPerson } from '../keeper'

export type RatingRow = Selectable<Rating>

/** One rating that nobody else changes until the transaction ends; undefined when it was taken back. */
export function holdRating({ db, orgId }: AskedByPerson, ratingId: string): Promise<RatingRow | undefined> {
  return db
    .selectFrom('rating')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .where('withdrawnAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** The same, but only of the asker's own. */
export async function holdMyRating(asked: AskedByPerson, ratingId: string): Promise<RatingRow | undefined> {
  const row = await holdRating(asked, ratingId)
  return row?.personId === asked.person.personId ? row : undefined
}

/** Somebody's own rating is changed for so many days. */
const editableDays = 7

/** Whether whoever wrote a rating may still change it. `now` in epoch ms. */
export function mayEdit({ ratedAt }: Pick<RatingRow, 'ratedAt'>, now: number): boolean {
  return now <= ratedAt.getTime() + editableDays * 86_400_000
}
