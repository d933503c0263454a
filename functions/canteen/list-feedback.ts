import { sql } from 'kysely'
import * as v from 'valibot'
import { listFeedback } from '../../contract/canteen-feedback'
import type { AskedOf } from '../../contract/procedure'
import { formatInstant } from '../../contract/zone'
import { cursorId, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'
import { feedbackRows, showFeedback } from './feedback-rows'
import { positionOf } from './rating-rows'

type Input = AskedOf<typeof listFeedback>
type Place = Awaited<ReturnType<typeof positionOf>>

/** How many wait, have run out, and were not looked at. `now` in epoch ms. */
async function countFeedback({ db, orgId, now }: AskedByPerson, canteenId: string | undefined) {
  const waiting = sql`due_at IS NOT NULL AND answered_at IS NULL`
  const { rows } = await sql<{ open: number; overdue: number; unmoderated: number }>`
    SELECT count(*) FILTER (WHERE ${waiting}) AS open,
      count(*) FILTER (WHERE ${waiting} AND due_at <= ${new Date(now)}) AS overdue,
      count(*) FILTER (WHERE moderation = 'pending') AS unmoderated
    FROM rating WHERE org_id = ${orgId} AND withdrawn_at IS NULL AND ((${waiting}) OR moderation = 'pending')
      AND (${canteenId ?? null}::uuid IS NULL OR canteen_id = ${canteenId ?? null}::uuid)`.execute(db)
  return rows[0] ?? { open: 0, overdue: 0, unmoderated: 0 }
}

function wantedRows(asked: AskedByPerson, { canteenId, state, isMine }: Input) {
  const rows = feedbackRows(asked)
    .$if(canteenId !== undefined, (some) => some.where('r.canteenId', '=', canteenId ?? ''))
    .$if(isMine, (some) => some.where('r.ownerId', '=', asked.person.personId))
  if (state === 'all') return rows
  if (state === 'answered') return rows.where('r.answeredAt', 'is not', null)
  if (state === 'unmoderated') return rows.where('r.moderation', '=', sql.lit('pending'))
  const open = rows.where('r.dueAt', 'is not', null).where('r.answeredAt', 'is', null)
  return state === 'overdue' ? open.where('r.dueAt', '<=', new Date(asked.now)) : open
}

/** What presses most comes first where something waits; elsewhere the newest. */
function inOrder(rows: ReturnType<typeof wantedRows>, state: Input['state'], place: Place) {
  if (state === 'all' || state === 'answered')
    return rows
      .$if(place !== undefined, (older) =>
        older.where((is) =>
          is(
            is.refTuple('r.ratedAt', 'r.ratingId'),
            '<',
            is.tuple(place?.ratedAt ?? new Date(0), place?.ratingId ?? ''),
          ),
        ),
      )
      .orderBy('r.ratedAt', 'desc')
      .orderBy('r.ratingId', 'desc')
  // hygiene and one or two stars before praise, whenever both are due
  const last = place && { isCalm: !place.isUrgent, at: state === 'unmoderated' ? place.ratedAt : place.dueAt }
  const by = state === 'unmoderated' ? sql`r.rated_at` : sql`r.due_at`
  return rows
    .$if(last?.at instanceof Date, (later) =>
      later.where(
        sql<boolean>`(NOT r.is_urgent, ${by}, r.rating_id) > (${last?.isCalm}, ${last?.at}, ${place?.ratingId}::uuid)`,
      ),
    )
    .orderBy('r.isUrgent', 'desc')
    .orderBy(by)
    .orderBy('r.ratingId')
}

export default keeper(listFeedback, async (input, asked) => {
  const { db, orgId, now, person } = asked
  const after = readCursor(input.cursor, v.tuple([cursorId]))
  const place = after && (await positionOf(db, orgId, after[0]))
  const isLost = after !== undefined && place === undefined
  const rows = isLost
    ? []
    : await inOrder(wantedRows(asked, input), input.state, place)
        .limit(input.limit + 1)
        .execute()
  const page = pageOut(rows, input.limit, ({ ratingId }) => [ratingId])
  return {
    items: await showFeedback(asked, page.rows),
    nextCursor: page.nextCursor,
    now: formatInstant(now, person.zone),
    counts: await countFeedback(asked, input.canteenId),
  }
})
