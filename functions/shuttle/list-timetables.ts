import { sql } from 'kysely'
import { listTimetables } from '../../contract/shuttle-timetables'
import { keeper } from '../keeper'
import { selectTimetables, timetableOf } from './timetable-rows'

export default keeper(listTimetables, async (_, { db, orgId, person }) => {
  const rows = await selectTimetables(db, orgId)
    .orderBy(sql`array_position(ARRAY['published', 'draft', 'retired'], status)`)
    .orderBy(sql`coalesce(published_at, created_at)`, 'desc')
    .orderBy('timetableKey', 'desc')
    .limit(100)
    .execute()
  return { timetables: rows.map((row) => timetableOf(row, person.zone)) }
})
