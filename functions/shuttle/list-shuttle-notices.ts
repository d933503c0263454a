import { listShuttleNotices } from '../../contract/shuttle-fleet'
import { keeper } from '../keeper'
import { selectNotices } from './shuttle-notice-rows'

export default keeper(listShuttleNotices, async (_input, { db, orgId }) => ({
  notices: await selectNotices(db, orgId).orderBy('untilDay', 'desc').orderBy('createdAt', 'desc').limit(100).execute(),
}))
