import { previewShuttleSheet } from '../../contract/shuttle-timetables'
import { keeper } from '../keeper'

export default keeper(previewShuttleSheet, () => {
  throw new Error('PLACEHOLDER')
})
