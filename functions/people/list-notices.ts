import { sql } from 'kysely'
import * as v from 'valibot'
import { listNotices } from '../../contract/people'
import { formatInstant } from '../../contract/zone'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { countUnread } from './open-session'

export default keeper(listNotices, async ({ cursor, limit }, { db, orgId, person }) => {
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  let mine = db
    .selectFrom('notice')
    .select(['noticeId', 'title', 'body', 'path', 'createdAt', 'readAt'])
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
  if (after) {
    const at = new Date(after[0])
    mine = mine.where(sql<boolean>`(created_at < ${at} OR (created_at = ${at} AND notice_id > ${after[1]}::uuid))`)
  }
  const rows = await mine
    .orderBy('createdAt', 'desc')
    .orderBy('noticeId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.createdAt.getTime(), row.noticeId])
  return {
    items: page.rows.map(({ createdAt, readAt, ...notice }) => ({
      ...notice,
      createdAt: formatInstant(createdAt.getTime(), person.zone),
      isRead: readAt !== null,
    })),
    nextCursor: page.nextCursor,
    unread: await countUnread(db, { orgId, personId: person.personId }),
  }
})
