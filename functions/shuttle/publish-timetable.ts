import { sql } from 'kysely'
import { publishTimetable } from '../../contract/shuttle-timetables'
import type { Db } from '../../database/connect'
import { keeper, refuse } from '../keeper'
import { findTimetable, timetableOf } from './timetable-rows'
import { withdrawRuns } from './withdraw-runs'

/** From so many stop times on the planner is told at once what came: it would walk them one by one. */
const manyRows = 5000

/** A sample of 9,000 rows is enough until autovacuum takes its own. */
async function measureRows(db: Db): Promise<void> {
  await sql`SET LOCAL default_statistics_target = 30`.execute(db)
  await sql`ANALYZE timetable_route, timetable_stop, timetable_trip, stop_time, stop_service`.execute(db)
}

export default keeper(publishTimetable, async ({ timetableId }, asked) => {
  const { db, orgId, now, person } = asked
  // of two who publish at once the second waits, and retires what the first has published
  await sql`SELECT pg_advisory_xact_lock(hashtext('publish_timetable'), ${orgId})`.execute(db)
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  const { timetableKey } = found
  const trip = await db
    .selectFrom('timetableTrip')
    .select('tripKey')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .limit(1)
    .executeTakeFirst()
  if (!trip) return refuse('NOTHING_TO_PUBLISH')
  await db
    .updateTable('timetable')
    .set({ status: 'retired' })
    .where('orgId', '=', orgId)
    .where('status', '=', 'published')
    .where('timetableKey', '<>', timetableKey)
    .execute()
  await db
    .updateTable('timetable')
    .set((is) => ({ status: 'published', publishedAt: new Date(now), revision: is('revision', '+', 1) }))
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
  if (timetableOf(found, person.zone).counts.stopTimes > manyRows) await measureRows(db)
  const cancelledSeats = await withdrawRuns(asked)
  asked.note({ timetableId, name: found.name, cancelledSeats })
  const published = { ...found, status: 'published', publishedAt: new Date(now) }
  return { timetable: timetableOf(published, person.zone), cancelledSeats }
})
