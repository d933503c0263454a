import { saveShuttleNotice } from '../../contract/shuttle-fleet'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { selectNotices } from './shuttle-notice-rows'
import { timetableInForce } from './timetable-in-force'

export default keeper(saveShuttleNotice, async ({ noticeId: given, isRemoved, ...notice }, asked) => {
  const { db, orgId, now, person } = asked
  const { title, body, from, until } = notice
  if (until < from) return refuse('ENDS_BEFORE_START')
  const before = given && (await selectNotices(db, orgId).where('noticeId', '=', given).executeTakeFirst())
  if (given && !before) return refuse('NO_SUCH_NOTICE')
  if (given && isRemoved) {
    await db.deleteFrom('shuttleNotice').where('orgId', '=', orgId).where('noticeId', '=', given).execute()
    return { noticeId: given, ...notice }
  }
  const routeIds = [...new Set(notice.routeIds)]
  const lines = new Set((await timetableInForce(asked))?.routes.map(({ routeId }) => routeId))
  const strange = routeIds.find((routeId) => !lines.has(routeId))
  if (strange !== undefined) return refuse('NO_SUCH_LINE', { routeId: strange })
  const noticeId = given ?? newId(now)
  const values = { routeIds, title, body, fromDay: from, untilDay: until }
  await db
    .insertInto('shuttleNotice')
    .values({ orgId, noticeId, byId: person.personId, createdAt: new Date(now), ...values })
    .onConflict((one) => one.columns(['orgId', 'noticeId']).doUpdateSet(values))
    .execute()
  return { noticeId, ...notice, routeIds }
})
