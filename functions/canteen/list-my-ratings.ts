import * as v from 'valibot'
import { listMyRatings } from '../../contract/canteen-ratings'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { myRatingRows, showMine } from './my-ratings'

export default keeper(listMyRatings, async ({ cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  const rows = await myRatingRows(asked)
    .$if(after !== undefined, (mine) =>
      mine.where((is) =>
        is(is.refTuple('r.ratedAt', 'r.ratingId'), '<', is.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? '')),
      ),
    )
    .orderBy('r.ratedAt', 'desc')
    .orderBy('r.ratingId', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.ratedAt.getTime(), row.ratingId])
  return { items: await showMine(asked, page.rows), nextCursor: page.nextCursor }
})
