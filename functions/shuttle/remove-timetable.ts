import { sql } from 'kysely'
import { removeTimetable } from '../../contract/shuttle-timetables'
import { keeper, refuse } from '../keeper'
import { findTimetable } from './timetable-rows'

export default keeper(removeTimetable, async ({ timetableId }, { db, orgId, note }) => {
  // the same lock as publishing: what is being put in force is not thrown away meanwhile
  await sql`SELECT pg_advisory_xact_lock(hashtext('publish_timetable'), ${orgId})`.execute(db)
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  if (found.status === 'published') return refuse('IN_FORCE')
  await sql`SET LOCAL statement_timeout = '10min'`.execute(db)
  await db.deleteFrom('timetable').where('orgId', '=', orgId).where('timetableKey', '=', found.timetableKey).execute()
  note({ timetableId, name: found.name })
  return { timetableId }
})
