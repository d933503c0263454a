import type { Sheet, SheetRow } from './documents'
import { plainText } from './plain-text'

/** How a field's column may be headed, the surest words first; they are tried on the header without spaces and brackets. */
export interface FieldWords {
  words: readonly RegExp[]
  /** Several columns may make up the field, from left to right: 部门 and 科室. */
  isMany?: boolean
}
type Words<F extends string> = Readonly<Record<F, FieldWords>>

/** One row below a header. */
export interface TableRow<F extends string> {
  sheet: string
  line: number
  /** All cells, cleaned. */
  cells: readonly string[]
  /** What the row says of a field; empty when there is nothing. */
  said(field: F): string
  /** The same from every column of the field that says something, left to right. */
  saidAll(field: F): string[]
}

/** A table as found in the sheets: its rows, and the rows that look like titles, sums or notes. */
export interface FoundTable<F extends string> {
  sheets: string[]
  columns: { header: string; field: F | '' }[]
  rows: TableRow<F>[]
  notes: { sheet: string; line: number; cells: readonly string[] }[]
}

type Columns<F extends string> = Map<F, number[]>

const headerKey = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s\u200b-\u200d\ufeff*:_"'、.·-]/g, '')
    .toLowerCase()

/** So many different cells are remembered as heading nothing. */
const mostRemembered = 20_000

/** The key of a cell that could head any column at all: one test instead of one for every word, as most head nothing. */
function keyReader<F extends string>(words: Words<F>): (cell: string) => string | undefined {
  const all = (Object.keys(words) as F[]).flatMap((field) => words[field].words.map((word) => word.source))
  const anyWord = new RegExp(all.join('|'))
  // below a header the same words stand in thousands of rows
  const heads = new Map<string, string | undefined>()
  return (cell) => {
    if (cell === '' || cell.length > 40) return undefined
    if (heads.has(cell)) return heads.get(cell)
    const key = /\d{3}/.test(cell) ? '' : headerKey(cell)
    const found = key !== '' && key.length <= 24 && anyWord.test(key) ? key : undefined
    if (heads.size < mostRemembered) heads.set(cell, found)
    return found
  }
}

/** Which columns of a row head which fields; the surest word wins a field, merged headers give it all their columns. */
function columnsOf<F extends string>(
  row: SheetRow,
  words: Words<F>,
  readKey: (cell: string) => string | undefined,
): Columns<F> {
  const claims: { rank: number; column: number; field: F; key: string }[] = []
  for (const [column, cell] of row.cells.entries()) {
    const key = readKey(cell)
    if (key === undefined) continue
    for (const field of Object.keys(words) as F[]) {
      const rank = words[field].words.findIndex((word) => word.test(key))
      if (rank >= 0) claims.push({ rank, column, field, key })
    }
  }
  claims.sort((a, b) => a.rank - b.rank || a.column - b.column)
  const columns: Columns<F> = new Map()
  const keyOf = new Map<F, string>()
  const taken = new Set<number>()
  for (const { column, field, key } of claims) {
    const own = columns.get(field)
    if (taken.has(column) || (own && !words[field].isMany && keyOf.get(field) !== key)) continue
    taken.add(column)
    keyOf.set(field, keyOf.get(field) ?? key)
    columns.set(
      field,
      [...(own ?? []), column].sort((a, b) => a - b),
    )
  }
  return columns
}

function tableRow<F extends string>(sheet: string, row: SheetRow, columns: Columns<F>): TableRow<F> {
  const saidAll = (field: F) =>
    (columns.get(field) ?? []).map((column) => row.cells[column] ?? '').filter((text) => text !== '')
  const said = (field: F) => {
    for (const column of columns.get(field) ?? []) if (row.cells[column]) return row.cells[column]
    return ''
  }
  return { sheet, line: row.line, cells: row.cells, saidAll, said }
}

const beginsNote =
  /^(合计|总计|小计|共计|累计|总数|[（(【]?(注|备注|说明|附注)[】）)]?\s*\d?[:：.、]|[*※]|填表|制表|审核人|审批|填报|负责人[:：]|单位[（(]?盖章|以上|以下|截[至止]|本表)/

/** Whether a row below a header is no entry: a sum, a note at the foot, a heading across, or only its running number. */
function isNote<F extends string>(row: SheetRow, columns: Columns<F>): boolean {
  const column = row.cells.findIndex((text) => text !== '')
  const text = row.cells[column]
  if (text === undefined || beginsNote.test(text)) return true
  const others = row.cells.slice(column + 1).filter((other) => other !== '')
  if (others.some((other) => other !== text)) return false
  if (others.length > 0) return true
  const isOfField = [...columns.values()].flat().includes(column)
  return !isOfField || text.length > 16 || /[:：。；]/.test(text)
}

/**
 * The table in a workbook: the header is the row where enough fields are recognised, wherever it stands; titles above it
 * are passed over, a header that comes again is taken from there on, and every visible sheet with such a table is read.
 * Undefined when no row is a header by `isHeader`.
 */
export function findTable<F extends string>(
  sheets: readonly Sheet[],
  words: Words<F>,
  isHeader: (found: ReadonlySet<F>) => boolean,
): FoundTable<F> | undefined {
  const readKey = keyReader(words)
  const found: FoundTable<F> = { sheets: [], columns: [], rows: [], notes: [] }
  for (const sheet of sheets) {
    let head: { row: SheetRow; columns: Columns<F> } | undefined
    for (const { line, cells } of sheet.rows) {
      const row = { line, cells: cells.map(plainText) }
      const columns = columnsOf(row, words, readKey)
      if (columns.size >= 2 && isHeader(new Set(columns.keys()))) {
        if (!head) found.sheets.push(sheet.name)
        head = { row, columns }
        addColumns(found, head)
      } else if (head && row.cells.some((cell) => cell !== '')) {
        if (isNote(row, head.columns)) found.notes.push({ sheet: sheet.name, line: row.line, cells: row.cells })
        else found.rows.push(tableRow(sheet.name, row, head.columns))
      }
    }
  }
  return found.sheets.length > 0 ? found : undefined
}

/** Says which header became which field, once each; columns that mean nothing here have no field. */
function addColumns<F extends string>(found: FoundTable<F>, head: { row: SheetRow; columns: Columns<F> }): void {
  for (const [column, header] of head.row.cells.entries()) {
    const field = [...head.columns].find(([, own]) => own.includes(column))?.[0] ?? ''
    const isKnown = found.columns.some((known) => known.header === header && known.field === field)
    if (header !== '' && !isKnown) found.columns.push({ header, field })
  }
}
