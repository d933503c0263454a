import { sql } from 'kysely'
import { saveRoute } from '../../contract/shuttle-grid'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Draft, editDraft, freeId, isRefused, nextKey, removePart, settleTimetable } from './edit-draft'

function routesOf({ db }: AskedByPerson, { orgId, timetableKey }: Draft) {
  return db
    .selectFrom('timetableRoute')
    .select(['routeKey', 'routeId'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
}

/** A line goes with its trips, and these with their times. */
async function remove({ db }: AskedByPerson, draft: Draft, routeKey: number): Promise<void> {
  const { orgId, timetableKey } = draft
  await sql`DELETE FROM stop_time x USING timetable_trip p WHERE p.org_id = ${orgId} AND p.timetable_key = ${timetableKey}
    AND p.route_key = ${routeKey} AND x.org_id = ${orgId} AND x.timetable_key = ${timetableKey}
    AND x.trip_key = p.trip_key`.execute(db)
  await removePart(db, draft, 'timetableRoute', routeKey)
}

export default keeper(saveRoute, async (input, asked) => {
  const { db } = asked
  const draft = await editDraft(asked, input)
  if (isRefused(draft)) return draft
  const routes = await routesOf(asked, draft)
  const known = routes.find(({ routeId }) => routeId === input.routeId)
  if ((input.routeId !== undefined || input.isRemoved) && !known) return refuse('NO_SUCH_LINE')
  const { shortName, longName, color, textColor } = input
  const routeId = input.routeId ?? freeId(shortName, new Set(routes.map((route) => route.routeId)))
  if (input.isRemoved && known) await remove(asked, draft, known.routeKey)
  else {
    const values = { shortName, longName, color: color.toUpperCase(), textColor: textColor.toUpperCase() }
    const routeKey = known?.routeKey ?? (await nextKey(db, draft, 'timetableRoute'))
    const own = { orgId: draft.orgId, timetableKey: draft.timetableKey, routeKey }
    await db
      .insertInto('timetableRoute')
      .values({ ...own, routeId, sortOrder: routeKey, ...values })
      .onConflict((one) => one.columns(['orgId', 'timetableKey', 'routeKey']).doUpdateSet(values))
      .execute()
  }
  await settleTimetable(db, draft)
  return { revision: draft.revision, route: { routeId, shortName, longName, color, textColor } }
})
