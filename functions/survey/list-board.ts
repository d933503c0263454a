import { sql } from 'kysely'
import * as v from 'valibot'
import { listBoard } from '../../contract/survey-actions'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { actionRows, showAction } from './action-rows'

export default keeper(listBoard, async ({ cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  const rows = await actionRows(asked)
    // what waits to be decided on is seen by whoever suggested it alone
    .where((is) => is.or([is('a.status', '<>', 'proposed'), is('a.suggestedBy', '=', asked.person.personId)]))
    .$if(after !== undefined, (later) => {
      const [ms, id] = after ?? [0, '']
      return later.where(
        sql<boolean>`(${new Date(ms)}::timestamptz - a.changed_at, a.action_id) > (interval '0', ${id}::uuid)`,
      )
    })
    .orderBy('a.changedAt', 'desc')
    .orderBy('a.actionId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.changedAt.getTime(), row.actionId])
  return { items: page.rows.map((row) => showAction(row, asked)), nextCursor: page.nextCursor }
})
