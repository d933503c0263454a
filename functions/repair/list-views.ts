import { type BoardView, listViews } from '../../contract/repair-desk'
import { keeper } from '../keeper'

export default keeper(listViews, async (_input, { db, orgId, person }) => {
  const rows = await db
    .selectFrom('boardView')
    .select(['viewId', 'name', 'filter'])
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .orderBy('name')
    .execute()
  return { views: rows.map(({ filter, ...view }) => ({ ...view, filter: filter as BoardView['filter'] })) }
})
