import { sql } from 'kysely'
import * as v from 'valibot'
import { listActions } from '../../contract/survey-actions'
import { dayOf } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { actionRows, overdueOn, showAction } from './action-rows'

const cursorPlace = v.picklist([0, 1])

export default keeper(listActions, async ({ status, cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorPlace, cursorMs, cursorId]))
  const place = sql<number>`CASE WHEN ${overdueOn(dayOf(asked.now, asked.person.zone))} THEN 0 ELSE 1 END`
  const rows = await actionRows(asked)
    .$if(status !== undefined, (some) => some.where('a.status', '=', status ?? ''))
    .$if(after !== undefined, (later) => {
      const [last, ms, id] = after ?? [0, 0, '']
      return later.where(
        sql<boolean>`(${place}, ${new Date(ms)}::timestamptz - a.changed_at, a.action_id) > (${last}, interval '0', ${id}::uuid)`,
      )
    })
    .orderBy(place)
    .orderBy('a.changedAt', 'desc')
    .orderBy('a.actionId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.isOverdue ? 0 : 1, row.changedAt.getTime(), row.actionId])
  return {
    items: page.rows.map((row) => ({
      ...showAction(row, asked),
      ...(row.ownerId === null ? {} : { ownerId: row.ownerId }),
      isSuggestion: row.isSuggestion,
    })),
    nextCursor: page.nextCursor,
  }
})
