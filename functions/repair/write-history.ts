import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { newHumanCode, newId } from '../secrets'
import type { Catalog } from './catalog'
import { type ChosenCategories, newCategories } from './history-categories'
import type { JudgedRow } from './judge-history'
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

function wishOf(row: JudgedRow, number: string, categoryId: string, kind: string, now: number) {
  const { key, where, number: formerNumber, createdAt, endedAt, dueAt, outcome } = row
  const at = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString())
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

/**
 * Writes what is new of a history, and closes what was open and is closed by now; all in the asker's transaction. Rows
 * that another import has written meanwhile are left as they are.
 */
export async function writeHistory(
  by: By,
  rows: readonly JudgedRow[],
  categories: ChosenCategories,
  made: ReadonlyMap<string, string>,
): Promise<{ added: number; closed: number }> {
  const written = { added: 0, closed: 0 }
  for (let i = 0; i < rows.length; i += atOnce) {
    const block = rows.slice(i, i + atOnce)
    const numbers = await freeNumbers(by, block.length)
    const wishes = block.map((row, j) => {
      const { categoryId, kind, name } = categories.of(row)
      return wishOf(row, numbers[j] ?? '', categoryId ?? made.get(name) ?? '', kind, by.now)
    })
    const done = await sql<{ added: number; closed: number }>`
      SELECT * FROM import_tickets(${by.orgId}, ${by.person.personId}, ${farAhead}, ${JSON.stringify(wishes)})`.execute(
      by.db,
    )
    written.added += done.rows[0]?.added ?? 0
    written.closed += done.rows[0]?.closed ?? 0
  }
  // a planner that does not know of so many new rows walks them one by one
  if (written.added > 1000) await sql`ANALYZE ticket, ticket_event`.execute(by.db)
  return written
}
