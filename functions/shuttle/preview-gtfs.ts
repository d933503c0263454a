import { previewGtfs } from '../../contract/shuttle-timetables'
import { keeper, Refusal } from '../keeper'
import { oneFeedAtATime, readFeedFile } from './read-feed-file'

const mostNotices = 500

export default keeper(previewGtfs, ({ content }, asked) =>
  oneFeedAtATime(content, async () => {
    const read = await readFeedFile(content, asked)
    if (read instanceof Refusal) return read
    const { agencyName, timezone, counts, files, firstDay, lastDay } = read.feed
    return {
      ...{ agencyName, timezone, counts, files, firstDay, lastDay },
      notices: read.notices.first(mostNotices),
      counted: read.notices.counted(),
      canImport: read.notices.errors === 0,
    }
  }),
)
