import * as v from 'valibot'
import { listComments } from '../../contract/canteen-ratings'
import { dayOf, formatInstant, instantAt } from '../../contract/zone'
import { cursorId, pageOut, readCursor } from '../cursor'
import { keeper, refuse } from '../keeper'
import { messageOf, readPhotoIds, readThreads } from './rating-parts'
import { briefOf, positionOf, ratingRows } from './rating-rows'

export default keeper(listComments, async ({ dishId, cursor, limit }, asked) => {
  const { db, orgId, person } = asked
  const dish = await db
    .selectFrom('dish')
    .select('dishId')
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .executeTakeFirst()
  if (!dish) return refuse('NO_SUCH_DISH')
  const after = readCursor(cursor, v.tuple([cursorId]))
  const place = after && (await positionOf(db, orgId, after[0]))
  if (after && !place) return { items: [] }
  const rows = await ratingRows(db, orgId)
    .select('r.personId')
    .where('r.dishId', '=', dishId)
    .where('r.moderation', '=', 'passed')
    .$if(place !== undefined, (passed) =>
      passed.where((is) =>
        is(is.refTuple('r.ratedAt', 'r.ratingId'), '<', is.tuple(place?.ratedAt ?? new Date(0), place?.ratingId ?? '')),
      ),
    )
    .orderBy('r.ratedAt', 'desc')
    .orderBy('r.ratingId', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, ({ ratingId }) => [ratingId])
  const ratingIds = page.rows.map(({ ratingId }) => ratingId)
  const threads = await readThreads(asked, ratingIds)
  const photos = await readPhotoIds(asked, ratingIds)
  /** Others are told the day of anything, no time. */
  const dayStart = ({ at }: { at: Date }) =>
    formatInstant(instantAt(dayOf(at.getTime(), person.zone), 0, person.zone), person.zone)
  return {
    items: page.rows.map((row) => {
      const { ratingId, stars, chips, words, day } = briefOf(row)
      return {
        ratingId,
        stars,
        chips,
        words,
        day,
        isMine: row.personId === person.personId,
        photoIds: photos.get(ratingId) ?? [],
        thread: (threads.get(ratingId) ?? []).map((message) => messageOf(message, person.personId, dayStart)),
      }
    }),
    nextCursor: page.nextCursor,
  }
})
