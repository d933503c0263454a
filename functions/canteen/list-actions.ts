import * as v from 'valibot'
import { listActions } from '../../contract/canteen-feedback'
import { dayOf, isDay } from '../../contract/zone'
import { cursorId, cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { actionRows, showAction } from './action-rows'

const cursorDay = v.pipe(cursorText, v.check(isDay))

export default keeper(listActions, async ({ canteenId, status, cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorDay, cursorId]))
  const rows = await actionRows(asked)
    .$if(canteenId !== undefined, (some) => some.where('a.canteenId', '=', canteenId ?? ''))
    .$if(status !== undefined, (some) => some.where('a.status', '=', status ?? ''))
    .$if(after !== undefined, (later) =>
      later.where((is) => is(is.refTuple('a.dueOn', 'a.actionId'), '>', is.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('a.dueOn')
    .orderBy('a.actionId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, ({ dueOn, actionId }) => [dueOn, actionId])
  return {
    items: page.rows.map((row) => showAction(row, asked)),
    nextCursor: page.nextCursor,
    today: dayOf(asked.now, asked.person.zone),
  }
})
