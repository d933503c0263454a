import { exportShuttleSheet } from '../../contract/shuttle-timetables'
import { keeper } from '../keeper'

export default keeper(exportShuttleSheet, () => {
  throw new Error('PLACEHOLDER')
})
