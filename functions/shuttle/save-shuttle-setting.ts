import { saveShuttleSetting } from '../../contract/shuttle-fleet'
import { keeper } from '../keeper'

export default keeper(saveShuttleSetting, async (input, { db, orgId }) => {
  await db.updateTable('shuttleSetting').set(input).where('orgId', '=', orgId).execute()
  return input
})
