import { previewShuttleSheet } from '../../contract/shuttle-timetables'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { readShuttleSheets } from './read-shuttle-sheets'

export default keeper(previewShuttleSheet, async ({ fileName, content }, { cloud }) => {
  const sheets = await documentsOf(cloud).readSheets(fileName, Buffer.from(content, 'base64'))
  if (!sheets) return refuse('UNREADABLE_FILE')
  const read = readShuttleSheets(sheets)
  return read && read.trips.length + read.problems.length > 0 ? read : refuse('NO_TIMETABLE_FOUND')
})
