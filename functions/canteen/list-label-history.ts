import * as v from 'valibot'
import { listLabelHistory } from '../../contract/canteen-dishes'
import type { LabelledDish } from '../../contract/canteen-labels'
import type { ValueOf } from '../../contract/procedure'
import { formatInstant } from '../../contract/zone'
import { pageOut, readCursor } from '../cursor'
import { keeper, refuse } from '../keeper'

type Event = ValueOf<typeof listLabelHistory>['items'][number]

const before = v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))])

export default keeper(listLabelHistory, async ({ dishId, cursor, limit }, { db, orgId, person }) => {
  const begin = readCursor(cursor, before)
  const dish = db.selectFrom('dish').select('dishId').where('orgId', '=', orgId).where('dishId', '=', dishId)
  if (!(await dish.executeTakeFirst())) return refuse('NO_SUCH_DISH')
  const rows = await db
    .selectFrom('dishLabelEvent as e')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'e.orgId').onRef('p.personId', '=', 'e.byId'))
    .select(['e.eventNumber', 'e.at', 'p.name as by', 'e.kind', 'e.data'])
    .where('e.orgId', '=', orgId)
    .where('e.dishId', '=', dishId)
    .$if(begin !== undefined, (q) => q.where('e.eventNumber', '<', begin?.[0] ?? 0))
    .orderBy('e.eventNumber', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.eventNumber])
  const items = page.rows.map(({ eventNumber, at, by, kind, data }): Event => {
    const { name, ingredients, contains, free, diets } = data as unknown as LabelledDish
    const what = { name, ingredients: [...ingredients], contains: [...contains], free: [...free], diets: [...diets] }
    return { eventNumber, at: formatInstant(at.getTime(), person.zone), by, kind: kind as Event['kind'], ...what }
  })
  return { items, nextCursor: page.nextCursor }
})
