import type { MyRating } from '../../contract/canteen-ratings'
import { formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { mayEdit } from './hold-rating'
import { messageOf, readPhotoIds, readThreads } from './rating-parts'
import { briefOf, type RatingWithDish, ratingRows } from './rating-rows'

/** The asker's own ratings. */
export function myRatingRows({ db, orgId, person }: AskedByPerson) {
  return ratingRows(db, orgId).where('r.personId', '=', person.personId)
}

type Action = NonNullable<MyRating['action']>

/** The newest corrective action that came of each rating. */
async function readActions({ db, orgId }: AskedByPerson, ratingIds: readonly string[]): Promise<Map<string, Action>> {
  if (ratingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('correctiveAction')
    .select(['ratingId', 'title', 'status', 'dueOn'])
    .where('orgId', '=', orgId)
    .where('ratingId', 'in', ratingIds)
    .orderBy('createdAt')
    .orderBy('actionId')
    .execute()
  return new Map(rows.map(({ ratingId, ...action }) => [String(ratingId), action]))
}

/** Own ratings as whoever wrote them sees them, with exact times. */
export async function showMine(asked: AskedByPerson, rows: readonly RatingWithDish[]): Promise<MyRating[]> {
  const { now, person } = asked
  const ratingIds = rows.map(({ ratingId }) => ratingId)
  const threads = await readThreads(asked, ratingIds)
  const photos = await readPhotoIds(asked, ratingIds)
  const actions = await readActions(asked, ratingIds)
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  return rows.map((row) => {
    const thread = threads.get(row.ratingId) ?? []
    const first = thread.find(({ side }) => side === 'kitchen')
    return {
      ...briefOf(row),
      ratedAt: on(row.ratedAt),
      ...(row.editedAt ? { editedAt: on(row.editedAt) } : {}),
      photoIds: photos.get(row.ratingId) ?? [],
      ...(row.dueAt && !row.answeredAt ? { dueAt: on(row.dueAt) } : {}),
      ...(first ? { answeredAt: on(first.at) } : {}),
      ...(actions.has(row.ratingId) ? { action: actions.get(row.ratingId) } : {}),
      thread: thread.map((message) => messageOf(message, person.personId, ({ at }) => on(at))),
      mayEdit: mayEdit(row, now),
    }
  })
}

/** One of the asker's own ratings as they see it. */
export async function showMyRating(asked: AskedByPerson, ratingId: string): Promise<MyRating | undefined> {
  const [mine] = await showMine(asked, await myRatingRows(asked).where('r.ratingId', '=', ratingId).execute())
  return mine
}
