import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { newHumanCode, newId } from '../secrets'
import type { Catalog } from './catalog'
import { type ChosenCategories, newCategories } from './history-categories'
import { isClosing, type JudgedRow } from './judge-history'
import { farAhead } from './ticket-times'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>

/** Longer than those of today's tickets: so many are drawn at once that short ones would meet. */
const numberLength = 8
const atOnce = 5000

/** Makes the categories that are missing and gives the id of every name among them. */
export async function makeCategories(by: By, catalog: Catalog, names: readonly string[]): Promise<Map<string, string>> {
  const { groups, leaves } = newCategories(catalog, by.orgId, names, by.now)
  if (groups.length > 0) await by.db.insertInto('category').values(groups).execute()
  if (leaves.length > 0) await by.db.insertInto('category').values(leaves).execute()
  return new Map(leaves.map(({ name, categoryId }) => [name, categoryId]))
}

/** So many numbers that no ticket of the institution has. */
async function freeNumbers({ db, orgId }: By, count: number): Promise<string[]> {
  const free = new Set<string>()
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => newHumanCode(numberLength))
    const taken = await db
      .selectFrom('ticket')
      .select('number')
      .where('orgId', '=', orgId)
      .where('number', '=', (is) => is.fn.any(is.val(drawn)))
      .execute()
    const used = new Set(taken.map(({ number }) => number))
    for (const number of drawn) if (!used.has(number)) free.add(number)
  }
  return [...free]
}

const at = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString())

function wishOf(row: JudgedRow, number: string, categoryId: string, kind: string, now: number) {
  const { key, where, number: formerNumber, createdAt, endedAt, dueAt, outcome } = row
  return {
    ticket: newId(now),
    key: `\\x${key.toString('hex')}`,
    number,
    kind,
    category: categoryId,
    place: where.placeId ?? null,
    place_note: where.placeId ? '' : where.text,
    building: where.buildingId ?? null,
    // so that it is found by the number that people remember
    words: formerNumber === '' ? '' : `原单号 ${formerNumber}`,
    outcome,
    created_at: at(createdAt),
    ended_at: at(endedAt),
    due_at: at(dueAt),
    data: { channel: 'import', ...(formerNumber === '' ? {} : { formerNumber }) },
  }
}

/** One of the two statements that take rows of a history, in blocks; gives how many rows were written. */
async function writeRows(
  { db, orgId, person }: By,
  statement: 'import_tickets' | 'close_imported',
  wishes: readonly object[],
): Promise<number> {
  let written = 0
  for (let i = 0; i < wishes.length; i += atOnce) {
    const block = JSON.stringify(wishes.slice(i, i + atOnce))
    const { rows } = await sql<{ n: number }>`
      SELECT ${sql.raw(statement)}(${orgId}, ${person.personId}, ${farAhead}, ${block}) AS n`.execute(db)
    written += rows[0]?.n ?? 0
  }
  return written
}

/**
 * Writes what is new of a history, and closes what was open and is over by now; all in the asker's transaction. Rows that
 * another import has written meanwhile are left as they are.
 */
export async function writeHistory(
  by: By,
  rows: readonly JudgedRow[],
  categories: ChosenCategories,
  made: ReadonlyMap<string, string>,
): Promise<{ added: number; closed: number }> {
  const fresh = rows.filter(({ known }) => !known)
  const numbers = await freeNumbers(by, fresh.length)
  const wishes = fresh.map((row, i) => {
    const { categoryId, kind, name } = categories.of(row)
    return wishOf(row, numbers[i] ?? '', categoryId ?? made.get(name) ?? '', kind, by.now)
  })
  // foreign keys are checked by the plan that the first rows made: in a table that was empty then, one that reads it all
  const isMany = wishes.length > 1000
  let added = await writeRows(by, 'import_tickets', isMany ? wishes.slice(0, 500) : wishes)
  if (isMany) {
    await sql`ANALYZE ticket`.execute(by.db)
    added += await writeRows(by, 'import_tickets', wishes.slice(500))
    await sql`ANALYZE ticket, ticket_event`.execute(by.db)
  }
  const closing = rows
    .filter(isClosing)
    .map(({ known, outcome, endedAt }) => ({ ticket: known?.ticketId, outcome, ended_at: at(endedAt) }))
  const closed = await writeRows(by, 'close_imported', closing)
  return { added, closed }
}
