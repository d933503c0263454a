import { exportGtfs } from '../../contract/shuttle-timetables'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { feedOfTimetable } from './feed-of-timetable'
import { findTimetable } from './timetable-rows'

export default keeper(exportGtfs, async ({ timetableId }, { db, orgId, cloud }) => {
  documentsOf(cloud)
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  const { timetableKey, name } = found
  const zip = await feedOfTimetable(cloud.pool, { orgId, timetableKey, publicUrl: cloud.publicUrl })
  return { fileName: `${name}.zip`, content: zip.toString('base64') }
})
