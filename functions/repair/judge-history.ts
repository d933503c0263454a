import { createHash } from 'node:crypto'
import { mostHistoryRows } from '../../contract/repair-report'
import { documentsOf } from '../documents/documents'
import { type Remark, rowsWithErrors } from '../documents/row-reader'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'
import { type Catalog, catalogOf } from './catalog'
import { type ChosenCategories, chooseCategories } from './history-categories'
import { type KnownWhere, placesOf } from './history-places'
import { findHistory, type HistoryRow, type HistoryTable, readHistory } from './read-history'

interface Known {
  ticketId: string
  isOpen: boolean
}

/** A row with what it means here. */
export interface JudgedRow extends HistoryRow {
  /** What tells it apart from others, in this file and in the next one. */
  key: Buffer
  where: KnownWhere
  /** Already taken over; `isOpen`: and still as it came. */
  known?: Known
}

export interface JudgedHistory {
  table: HistoryTable
  rows: JudgedRow[]
  remarks: Remark[]
  errors: number
  catalog: Catalog
  categories: ChosenCategories
}

/**
 * What tells rows apart: their number and when they were reported, or, without a number, when, what and where, and the
 * how manieth of its kind it is. Not when it was closed: the same file a month later knows its open tickets again.
 */
function keysOf(rows: readonly HistoryRow[]): Buffer[] {
  const seen = new Map<string, number>()
  return rows.map(({ number, createdAt, category, detail, building, floor, room, place }) => {
    // to the minute: that is as much as a workbook keeps of what a csv file says in seconds
    const minute = Math.floor(createdAt / 60_000)
    const meaning = JSON.stringify(
      number === '' ? [minute, category, detail, building, floor, room, place] : [minute, number],
    )
    const nth = (seen.get(meaning) ?? 0) + 1
    seen.set(meaning, nth)
    return createHash('sha256').update(`${meaning}${nth}`).digest().subarray(0, 16)
  })
}

/** Tickets taken over before, by key in hex. */
async function knownOf({ db, orgId }: AskedByPerson, keys: readonly Buffer[]) {
  const known = new Map<string, Known>()
  for (let i = 0; i < keys.length; i += 10_000) {
    const rows = await db
      .selectFrom('ticket')
      .select(['ticketId', 'importKey', 'status', 'lastEvent'])
      .where('orgId', '=', orgId)
      .where('importKey', '=', (is) => is.fn.any(is.val(keys.slice(i, i + 10_000))))
      .execute()
    for (const { ticketId, importKey, status, lastEvent } of rows) {
      known.set(importKey?.toString('hex') ?? '', { ticketId, isOpen: status === 'new' && lastEvent === 1 })
    }
  }
  return known
}

/** A file read and compared with what the institution has: which rows are new, where they belong, what is wrong. */
export async function judgeHistory(
  asked: AskedByPerson,
  { fileName, content }: { fileName: string; content: string },
): Promise<JudgedHistory | Refusal<'UNREADABLE_FILE' | 'NO_HEADER_ROW' | 'TOO_MANY_ROWS'>> {
  const sheets = await documentsOf(asked.cloud).readSheets(fileName, Buffer.from(content, 'base64'))
  if (!sheets) return refuse('UNREADABLE_FILE')
  const table = findHistory(sheets)
  if (!table) return refuse('NO_HEADER_ROW')
  if (table.rows.length > mostHistoryRows) {
    return refuse('TOO_MANY_ROWS', { rows: table.rows.length, most: mostHistoryRows })
  }
  const { rows, remarks } = await readHistory(table, asked.person.zone, asked.now)
  const keys = keysOf(rows)
  const known = await knownOf(asked, keys)
  const knownAt = (i: number) => known.get(keys[i]?.toString('hex') ?? '')
  const catalog = await catalogOf(asked)
  const categories = chooseCategories(
    catalog,
    rows.filter((_, i) => !knownAt(i)),
  )
  const [first] = rows
  if (categories.remark && first) {
    const { line, sheet } = first
    remarks.push({
      line,
      ...(sheet ? { sheet } : {}),
      column: 'category',
      severity: 'guess',
      message: categories.remark,
    })
  }
  const whereOf = await placesOf(asked)
  return {
    table,
    remarks,
    errors: rowsWithErrors(remarks),
    catalog,
    categories,
    rows: rows.map((row, i) => ({ ...row, key: keys[i] ?? Buffer.alloc(0), where: whereOf(row), known: knownAt(i) })),
  }
}

/** Whether a known ticket was open and is closed by now. */
export const isClosing = ({ known, endedAt }: JudgedRow): boolean => known?.isOpen === true && endedAt !== undefined
