import { sql } from 'kysely'
import { saveView } from '../../contract/repair-desk'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import type { Filter } from './filter-tickets'

const mostViews = 20

/** A filter without what it points at outside the institution: nothing of others is kept here. */
async function ownFilter(filter: Filter, { db, orgId }: AskedByPerson): Promise<Filter> {
  const { categoryId = null, buildingId = null, assigneeId = null } = filter
  const { rows } = await sql<{ category: boolean; building: boolean; assignee: boolean }>`SELECT
    EXISTS (SELECT FROM category WHERE org_id = ${orgId} AND category_id = ${categoryId}) AS category,
    EXISTS (SELECT FROM building WHERE org_id = ${orgId} AND building_id = ${buildingId}) AS building,
    EXISTS (SELECT FROM person WHERE org_id = ${orgId} AND person_id = ${assigneeId}) AS assignee`.execute(db)
  const [is] = rows
  return {
    ...filter,
    categoryId: is?.category ? filter.categoryId : undefined,
    buildingId: is?.building ? filter.buildingId : undefined,
    assigneeId: is?.assignee ? filter.assigneeId : undefined,
  }
}

export default keeper(saveView, async ({ name, filter }, asked) => {
  const { db, orgId, now, person } = asked
  const { personId } = person
  // one view of a person after the other: two at once must not both be the last that fits
  await sql`SELECT FROM person WHERE org_id = ${orgId} AND person_id = ${personId} FOR NO KEY UPDATE`.execute(db)
  const kept = await ownFilter(filter, asked)
  const known = await db
    .selectFrom('boardView')
    .select('name')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .execute()
  if (known.length >= mostViews && !known.some((view) => view.name === name)) {
    return refuse('TOO_MANY_VIEWS', { most: mostViews })
  }
  const { viewId } = await db
    .insertInto('boardView')
    .values({ orgId, viewId: newId(now), personId, name, filter: JSON.stringify(kept) })
    .onConflict((same) =>
      same.columns(['orgId', 'personId', 'name']).doUpdateSet((is) => ({ filter: is.ref('excluded.filter') })),
    )
    .returning('viewId')
    .executeTakeFirstOrThrow()
  return { viewId, name, filter: kept }
})
