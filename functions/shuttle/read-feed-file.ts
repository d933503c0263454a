import { dayOf } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, Refusal, refuse } from '../keeper'
import type { Feed } from './feed'
import { FeedNotices } from './feed-notices'
import { giveMemoryBack } from './give-memory-back'
import { BrokenPart, type FeedRefusal, openFeed } from './open-feed'
import { readFeed } from './read-feed'

/** A feed with what was remarked on it. */
export interface FeedRead {
  feed: Feed
  notices: FeedNotices
}

/** Base64 of a zip from which on memory is worth a thought: some 300,000 stop times. */
const largeContent = 4_000_000

let underWay: Promise<unknown> = Promise.resolve()

/**
 * One large feed at a time in this process: a million stop times take some 100 MB while they are read and written, and
 * two dispatchers gain nothing from being served at once.
 */
export function oneFeedAtATime<T>(content: string, act: () => Promise<T>): Promise<T> {
  const done = underWay.then(() => (content.length < largeContent ? act() : act().finally(giveMemoryBack)))
  underWay = done.catch(() => {})
  return done
}

/** Reads a feed from the file as it was sent (base64). Refuses what must not be unpacked or cannot be. */
export async function readFeedFile(content: string, asked: AskedByPerson): Promise<FeedRead | FeedRefusal> {
  documentsOf(asked.cloud)
  const isLarge = content.length >= largeContent
  if (isLarge) giveMemoryBack()
  const opened = openFeed(Buffer.from(content, 'base64'))
  if (opened instanceof Refusal) return opened
  const notices = new FeedNotices()
  try {
    const feed = await readFeed(opened, dayOf(asked.now, asked.person.zone), notices)
    if (isLarge) giveMemoryBack()
    return { feed, notices }
  } catch (cause) {
    if (!(cause instanceof BrokenPart)) throw cause
    const reason = `${cause.file} 解不开：内容与压缩包写明的大小或校验不符，请重新下载或重新打包。`
    return refuse('UNREADABLE_FILE', { file: cause.file, reason })
  }
}
