import type { Feedback } from '../../contract/canteen-feedback'
import { formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { messageOf, readPhotoIds, readThreads } from './rating-parts'
import { briefOf, type RatingWithDish, ratingRows } from './rating-rows'

const quarter = 15 * 60_000

/** An instant as the kitchen is told it: the quarter of an hour before, so that no log of calls tells whose it is. */
function roughly(at: Date, zone: string): string {
  return formatInstant(Math.floor(at.getTime() / quarter) * quarter, zone)
}

/** Where the answer to a rating stands. `now` in epoch ms. */
function stateOf({ askedAt, dueAt, answeredAt }: RatingWithDish, now: number): Feedback['state'] {
  if (!askedAt || !dueAt) return 'silent'
  if (answeredAt) return 'answered'
  return dueAt.getTime() <= now ? 'overdue' : 'waiting'
}

/** Ratings as the kitchen reads them: without whoever wrote them. */
export function feedbackRows({ db, orgId }: AskedByPerson) {
  return ratingRows(db, orgId)
    .leftJoin('person as o', (on) => on.onRef('o.orgId', '=', 'r.orgId').onRef('o.personId', '=', 'r.ownerId'))
    .select('o.name as owner')
}

type Row = RatingWithDish & { owner: string | null }

async function readActionIds({ db, orgId }: AskedByPerson, ratingIds: readonly string[]): Promise<Map<string, string>> {
  if (ratingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('correctiveAction')
    .select(['ratingId', 'actionId'])
    .where('orgId', '=', orgId)
    .where('ratingId', 'in', ratingIds)
    .orderBy('createdAt')
    .execute()
  return new Map(rows.map(({ ratingId, actionId }) => [String(ratingId), actionId]))
}

/** Some ratings with their threads, for the kitchen. */
export async function showFeedback(asked: AskedByPerson, rows: readonly Row[]): Promise<Feedback[]> {
  const { now, person } = asked
  const ratingIds = rows.map(({ ratingId }) => ratingId)
  const threads = await readThreads(asked, ratingIds)
  const photos = await readPhotoIds(asked, ratingIds)
  const actionIds = await readActionIds(asked, ratingIds)
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  return rows.map((row) => ({
    ...briefOf(row),
    photoIds: photos.get(row.ratingId) ?? [],
    ratedAt: roughly(row.ratedAt, person.zone),
    revision: row.revision,
    state: stateOf(row, now),
    isUrgent: row.isUrgent,
    ...(row.ownerId ? { ownerId: row.ownerId } : {}),
    owner: row.owner ?? '',
    ...(row.dueAt && !row.answeredAt ? { dueAt: roughly(row.dueAt, person.zone) } : {}),
    ...(row.answeredAt ? { answeredAt: on(row.answeredAt) } : {}),
    isEscalated: row.escalatedAt !== null,
    ...(actionIds.has(row.ratingId) ? { actionId: actionIds.get(row.ratingId) } : {}),
    thread: (threads.get(row.ratingId) ?? []).map((message) => ({
      ...messageOf(message, person.personId, ({ at, side }) =>
        side === 'kitchen' ? on(at) : roughly(at, person.zone),
      ),
      // also not to somebody of the kitchen who rated: the screen may be looked at by others
      isMine: message.side === 'kitchen' && message.byId === person.personId,
    })),
  }))
}
