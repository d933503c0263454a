import { sql } from 'kysely'
import * as v from 'valibot'
import { listAudit } from '../../contract/people'
import type { AnyProcedure } from '../../contract/procedure'
import { procedures } from '../../contract/procedures'
import { formatInstant } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { cursorCount, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { isMeant } from './search-people'

interface Entry {
  txid: string
  entryId: string
  at: Date
  procedure: string
  kind: 'write' | 'read'
  detail: Record<string, unknown>
  name: string | null
  staffNumber: string | null
  isSealed: boolean
}

/** People a search means, as askers or as those who were looked at or changed. At most 200, or the search is no search. */
async function peopleMeant(db: Db, orgId: number, query: string): Promise<string[]> {
  const people = await db
    .selectFrom('person as p')
    .select('p.personId')
    .where('p.orgId', '=', orgId)
    .where(isMeant(query))
    .limit(200)
    .execute()
  return people.map(({ personId }) => personId)
}

const unnamed = procedures.filter(({ hidesAsker }: AnyProcedure) => hidesAsker).map(({ name }) => name)
/** Entries whose asker is told to nobody who reads the log, nor found by their name: what they rated stands elsewhere. */
const isUnnamed = sql<boolean>`(e.procedure = ANY(${unnamed}::text[]) AND e.detail = '{}')`

export default keeper(listAudit, async ({ query, cursor, limit }, { db, orgId, person }) => {
  const after = readCursor(cursor, v.tuple([cursorCount, cursorCount]))
  const people = query === '' ? [] : await peopleMeant(db, orgId, query)
  const wanted =
    query === ''
      ? sql``
      : sql`AND ((e.person_id = ANY(${people}::uuid[]) AND NOT ${isUnnamed}) OR e.detail->>'personId' = ANY(${people}::text[])
          OR strpos(lower(e.procedure), ${query.toLowerCase()}) > 0)`
  const earlier = after ? sql`AND (e.txid, e.entry_id) < (${after[0]}::xid8, ${after[1]}::bigint)` : sql``
  const { rows } = await sql<Entry>`
    SELECT e.txid::text, e.entry_id::text, e.at, e.procedure, e.kind, e.detail, p.name, p.staff_number,
      coalesce(e.txid < (SELECT s.until_txid FROM audit_seal s WHERE s.org_id = ${orgId}
        ORDER BY s.seal_number DESC LIMIT 1), false) AS is_sealed
    FROM audit_entry e LEFT JOIN person p ON p.org_id = e.org_id AND p.person_id = e.person_id AND NOT ${isUnnamed}
    WHERE e.org_id = ${orgId} ${wanted} ${earlier}
    ORDER BY e.txid DESC, e.entry_id DESC LIMIT ${limit + 1}`.execute(db)
  const page = pageOut(rows, limit, (row) => [row.txid, row.entryId])
  return {
    items: page.rows.map(({ entryId, at, procedure, kind, detail, name, staffNumber, isSealed }) => ({
      entryId,
      at: formatInstant(at.getTime(), person.zone),
      person: name === null ? '' : `${name} ${staffNumber}`,
      procedure,
      kind,
      detail,
      isSealed,
    })),
    nextCursor: page.nextCursor,
  }
})
