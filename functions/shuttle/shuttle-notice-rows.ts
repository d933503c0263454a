import { sql } from 'kysely'
import type { Db } from '../../database/connect'

/** A statement for the notices of an institution as they are told. */
export function selectNotices(db: Db, orgId: number) {
  return db
    .selectFrom('shuttleNotice')
    .select(['noticeId', 'routeIds', 'title', 'body'])
    .select([sql<string>`from_day::text`.as('from'), sql<string>`until_day::text`.as('until')])
    .where('orgId', '=', orgId)
}
