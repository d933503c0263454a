import type { AskedByPerson } from '../keeper'

type By = Pick<AskedByPerson, 'db' | 'orgId'>

/** A line of a thread as the table has it; whose it is never leaves the cloud. */
export interface MessageRow {
  ratingId: string
  messageNumber: number
  at: Date
  byId: string
  side: 'kitchen' | 'diner'
  words: string
}

function byRating<Row extends { ratingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const lists = new Map<string, Row[]>()
  for (const row of rows) {
    const list = lists.get(row.ratingId)
    if (list) list.push(row)
    else lists.set(row.ratingId, [row])
  }
  return lists
}

/** The threads below some ratings, each in order. */
export async function readThreads({ db, orgId }: By, ratingIds: readonly string[]): Promise<Map<string, MessageRow[]>> {
  if (ratingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ratingMessage')
    .select(['ratingId', 'messageNumber', 'at', 'byId', 'side', 'words'])
    .where('orgId', '=', orgId)
    .where('ratingId', 'in', ratingIds)
    .orderBy('messageNumber')
    .execute()
  return byRating(rows.map((row) => ({ ...row, side: row.side as MessageRow['side'] })))
}

/** The photos of some ratings, in the order in which they were added. */
export async function readPhotoIds({ db, orgId }: By, ratingIds: readonly string[]): Promise<Map<string, string[]>> {
  if (ratingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ratingPhoto')
    .select(['ratingId', 'photoId'])
    .where('orgId', '=', orgId)
    .where('ratingId', 'in', ratingIds)
    .orderBy('at')
    .orderBy('photoId')
    .execute()
  return new Map([...byRating(rows)].map(([ratingId, list]) => [ratingId, list.map(({ photoId }) => photoId)]))
}

/** A line of a thread as somebody reads it; `when` says how exactly they are told of its time. */
export function messageOf(row: MessageRow, personId: string, when: (row: MessageRow) => string) {
  const { messageNumber, side, words, byId } = row
  return { messageNumber, at: when(row), side, isMine: byId === personId, words }
}
