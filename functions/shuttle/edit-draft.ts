import { sql } from 'kysely'
import { type AskedByPerson, Refusal, refuse } from '../keeper'
import { findTimetable } from './timetable-rows'

type By = Pick<AskedByPerson, 'db' | 'orgId'>

/** A draft that is being changed, held until the transaction ends. */
export interface Draft {
  orgId: number
  timetableKey: number
  /** What it is after this edit. */
  revision: number
}

/**
 * Begins an edit of a draft that was seen at a revision. The statement decides: of two edits made on the same revision the
 * second is refused.
 */
export async function editDraft(
  { db, orgId }: By,
  { timetableId, revision }: { timetableId: string; revision: number },
): Promise<Draft | Refusal<'NO_SUCH_TIMETABLE' | 'NOT_A_DRAFT' | 'CHANGED_SINCE'>> {
  const held = await db
    .updateTable('timetable')
    .set({ revision: sql`revision + 1` })
    .where('orgId', '=', orgId)
    .where('timetableId', '=', timetableId)
    .where('status', '=', 'draft')
    .where('revision', '=', revision)
    .returning(['timetableKey', 'revision'])
    .executeTakeFirst()
  if (held) return { orgId, ...held }
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  return found.status === 'draft' ? refuse('CHANGED_SINCE', { revision: found.revision }) : refuse('NOT_A_DRAFT')
}

/** Whether beginning an edit was refused. */
export function isRefused<R extends string>(begun: Draft | Refusal<R>): begun is Refusal<R> {
  return begun instanceof Refusal
}

/** Makes anew what sums up a timetable after it was written (see 0018). */
export async function settleTimetable(db: By['db'], { orgId, timetableKey }: Omit<Draft, 'revision'>): Promise<void> {
  await sql`SELECT settle_timetable(${orgId}::integer, ${timetableKey}::integer)`.execute(db)
}

type Numbered = 'timetableRoute' | 'timetableStop' | 'timetableService' | 'timetableTrip'
const keyOf = {
  timetableRoute: 'route_key',
  timetableStop: 'stop_key',
  timetableService: 'service_key',
  timetableTrip: 'trip_key',
} as const
const nameOf = (table: Numbered) => sql.table(table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

/** The next free number of a timetable's lines, stops, services or trips. The draft is held, so nobody else takes it. */
export async function nextKey(db: By['db'], draft: Draft, table: Numbered): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(${sql.ref(keyOf[table])}), 0) + 1 AS next FROM ${nameOf(table)}
    WHERE org_id = ${draft.orgId} AND timetable_key = ${draft.timetableKey}`.execute(db)
  return rows[0]?.next ?? 1
}

/** Whether a trip stops at a stop, or runs by a service. */
export async function isUsed(
  db: By['db'],
  draft: Draft,
  table: 'timetableStop' | 'timetableService',
  key: number,
): Promise<boolean> {
  const users = sql.table(table === 'timetableStop' ? 'stop_time' : 'timetable_trip')
  const { rows } = await sql`SELECT 1 FROM ${users} WHERE org_id = ${draft.orgId}
    AND timetable_key = ${draft.timetableKey} AND ${sql.ref(keyOf[table])} = ${key} LIMIT 1`.execute(db)
  return rows.length > 0
}

/** Takes a line, a stop or a service out of a draft, with what stands below it. */
export async function removePart(db: By['db'], draft: Draft, table: Numbered, key: number): Promise<void> {
  await sql`DELETE FROM ${nameOf(table)} WHERE org_id = ${draft.orgId}
    AND timetable_key = ${draft.timetableKey} AND ${sql.ref(keyOf[table])} = ${key}`.execute(db)
}

/** The first of `wanted`, `wanted 2`, `wanted 3` … that is not taken: ids that people can read. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted} ${n}`
  return id
}
